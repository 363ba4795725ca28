import type { StorageProblem } from '../storage/storage.ts';
import type { Verdict } from './checks.ts';

/** Home Assistant answers within a fraction of this; beyond it helpers and cameras feel broken. Milliseconds. */
const SLOW = 2_000;
/** History, keys and messages need a few; below this the browser begins to refuse. */
const LITTLE_SPACE = 50;
const MEGABYTE = 1_000_000;

/** What lets a page of this address use the microphone all the same; for networks at home. */
const INSECURE_FLAG = 'chrome://flags/#unsafely-treat-insecure-origin-as-secure';
/** Command line of Chromium, and the name of the setting in kiosk programs. */
const AUTOPLAY_FLAG = '--autoplay-policy=no-user-gesture-required';

export interface SecureFacts {
  readonly secure: boolean;
  readonly origin: string;
}

export function judgeSecure({ secure, origin }: SecureFacts): Verdict<'secure_context'> {
  if (secure) return { status: 'ok', reason: 'secure' };
  return { status: 'fail', reason: 'insecure_page', detail: { origin }, fix: 'get_https', copy: INSECURE_FLAG };
}

export interface HomeAssistantFacts {
  /** Milliseconds until a command was answered; null: it was not. */
  readonly roundTrip: number | null;
  /** Whether the page gives its connection up after five minutes hidden; null: it does not say. */
  readonly suspends: boolean | null;
}

export function judgeHomeAssistant({ roundTrip, suspends }: HomeAssistantFacts): Verdict<'home_assistant'> {
  if (roundTrip === null) return { status: 'fail', reason: 'away', fix: 'wait_for_home_assistant' };
  const detail = { milliseconds: Math.round(roundTrip) };
  if (suspends) return { status: 'warn', reason: 'suspends_when_hidden', detail, fix: 'turn_off_suspend' };
  if (roundTrip > SLOW) return { status: 'warn', reason: 'slow', detail };
  return { status: 'ok', reason: suspends === null ? 'hidden_unknown' : 'stays_connected', detail };
}

export interface StartFacts {
  /** Our module's address, with its query. */
  readonly moduleUrl: string;
  /** Home Assistant's own address. */
  readonly homeAssistantUrl: string;
  /** Modules that Home Assistant's page itself imports, whatever panel is opened first. */
  readonly pageImports: readonly string[];
}

export function judgeStart({ moduleUrl, homeAssistantUrl, pageImports }: StartFacts): Verdict<'module_start'> {
  // The same file may be there under two paths (`/hacsfiles/…`, `/local/community/…`), so its name decides.
  const name = fileOf(moduleUrl);
  if (pageImports.some((url) => fileOf(url) === name)) return { status: 'ok', reason: 'starts_everywhere' };
  return {
    status: 'warn',
    reason: 'starts_with_dashboard',
    fix: 'add_extra_module',
    copy: [
      'frontend:',
      '  extra_module_url:',
      `    - ${yamlText(moduleAddress(moduleUrl, homeAssistantUrl))}`,
      '',
    ].join('\n'),
  };
}

/** Without the tag that HACS changes at each update; with any other query, which a person chose. */
function moduleAddress(moduleUrl: string, homeAssistantUrl: string): string {
  const url = new URL(moduleUrl);
  url.searchParams.delete('hacstag');
  return url.origin === new URL(homeAssistantUrl).origin ? url.pathname + url.search : url.href;
}

const fileOf = (url: string): string => url.replace(/[?#].*$/, '').replace(/^.*\//, '');

const yamlText = (text: string): string => (/^[\w./][\w./?=&%~@:+-]*$/.test(text) ? text : JSON.stringify(text));

export interface StorageFacts {
  /** Whether something written was read again. */
  readonly problem: StorageProblem | null;
  /** Whether the browser promises to keep it; null: it does not say. */
  readonly persisted: boolean | null;
  /** Whether the browser was asked to promise it just now. */
  readonly asked: boolean;
  /** Bytes; null: unknown. */
  readonly quota: number | null;
  readonly usage: number | null;
}

export function judgeStorage({ problem, persisted, asked, quota, usage }: StorageFacts): Verdict<'storage'> {
  const free = quota === null ? null : Math.max(0, Math.floor((quota - (usage ?? 0)) / MEGABYTE));
  const space = free === null ? {} : { detail: { megabytes: free } };
  if (problem === 'full') return { status: 'fail', reason: 'storage_nearly_full', ...space, fix: 'free_storage' };
  if (problem) return { status: 'fail', reason: 'storage_unavailable', detail: { problem }, fix: 'allow_storage' };
  if (free !== null && free < LITTLE_SPACE)
    return { status: 'warn', reason: 'storage_nearly_full', ...space, fix: 'free_storage' };
  if (persisted !== false) return { status: 'ok', reason: 'storage_kept', ...space };
  // Asked and refused: the browser clears it only when the disk is full, and there is nothing left to do here.
  if (asked) return { status: 'ok', reason: 'storage_not_promised', ...space };
  return { status: 'warn', reason: 'storage_may_be_cleared', ...space, fix: 'persist_storage' };
}

export interface SoundFacts {
  /** Whether this browser has sound at all. */
  readonly available: boolean;
  /** Whether a sound could start now. */
  readonly running: boolean;
  /** Whether somebody has touched the page since it was loaded. */
  readonly touched: boolean;
  /** Whether a sound could start when the page was loaded, before any touch; null: nobody looked. */
  readonly untouched: boolean | null;
}

export function judgeSound({ available, running, touched, untouched }: SoundFacts): Verdict<'sound'> {
  if (!available) return { status: 'fail', reason: 'no_sound' };
  if (!running && touched) return { status: 'fail', reason: 'blocked', fix: 'allow_autoplay', copy: AUTOPLAY_FLAG };
  if (!running) return { status: 'warn', reason: 'needs_touch', fix: 'touch_once' };
  // It plays now because of the touch; after the next reload at night it would not.
  if (touched && untouched === false)
    return { status: 'warn', reason: 'needs_touch', fix: 'allow_autoplay', copy: AUTOPLAY_FLAG };
  return { status: 'ok', reason: 'plays' };
}

export interface WakeLockFacts {
  readonly supported: boolean;
  readonly visible: boolean;
  readonly granted: boolean;
}

export function judgeWakeLock({ supported, visible, granted }: WakeLockFacts): Verdict<'wake_lock'> {
  if (!supported) return { status: 'warn', reason: 'not_supported', fix: 'keep_screen_on' };
  if (granted) return { status: 'ok', reason: 'stays_on' };
  if (!visible) return { status: 'skipped', reason: 'page_hidden' };
  return { status: 'warn', reason: 'refused', fix: 'keep_screen_on' };
}

/** Nothing is wrong without: a tablet that always shows this page needs none. */
export function judgeNotifications(permission: NotificationPermission | null): Verdict<'notifications'> {
  switch (permission) {
    case 'granted':
      return { status: 'ok', reason: 'shown' };
    case 'default':
      return { status: 'skipped', reason: 'not_asked', fix: 'allow_notifications' };
    case 'denied':
      return { status: 'skipped', reason: 'blocked' };
    case null:
      return { status: 'skipped', reason: 'not_supported' };
  }
}
