import type { AnyReason, CheckFix, CheckId, CheckReason, CheckResult } from '../../../runtime/checks/checks.ts';
import type { SetupKey } from '../../localize/keys.ts';
import { words } from '../../localize/localize.ts';
import { t } from '../../localize/setup.ts';
import { secondsText } from '../dates.ts';

/** What each check can come to has a sentence: a missing one is an error of types here, in every language. */
type Reasons = { [Id in CheckId]: `check.${Id}.${Exclude<CheckReason<Id>, AnyReason>}` }[CheckId];
const sentenceKey = (key: Reasons | `check.${AnyReason}`): SetupKey => key;

/** What somebody, or a button here, does about it. */
type FixAct = 'none' | 'how' | 'sound' | 'notifications' | 'station';
export const FIX_ACTS: Readonly<Record<CheckFix, FixAct>> = {
  get_https: 'none',
  wait_for_home_assistant: 'none',
  turn_off_suspend: 'none',
  add_extra_module: 'none',
  persist_storage: 'none',
  free_storage: 'none',
  allow_storage: 'none',
  allow_microphone: 'how',
  plug_in_microphone: 'none',
  close_other_app: 'none',
  speak_to_microphone: 'none',
  choose_device: 'station',
  allow_camera: 'how',
  plug_in_camera: 'none',
  touch_once: 'sound',
  allow_autoplay: 'none',
  keep_screen_on: 'none',
  allow_notifications: 'notifications',
  choose_camera: 'station',
  look_at_camera: 'none',
  set_up_relay: 'none',
  check_relay: 'none',
};

/** What a check came to, in plain words. */
export function checkSentence({ id, reason, detail = {} }: CheckResult): string {
  const { milliseconds, seconds } = detail;
  const values = {
    device: t('check.a_device'),
    ...detail,
    ...(typeof milliseconds === 'number' && { time: duration(milliseconds / 1_000) }),
    ...(typeof seconds === 'number' && { seconds: duration(seconds) }),
  };
  if (reason === 'timed_out' || reason === 'failed') return t(sentenceKey(`check.${reason}`), values);
  // A check has only its own reasons; the union of all pairs is wider.
  return t(sentenceKey(`check.${id}.${reason}` as Reasons), values);
}

export const fixSentence = (fix: CheckFix): string => t(`fix.${fix}`);

function duration(seconds: number): string {
  // A tenth is as exact as anybody wants to know it, and never none at all.
  return secondsText(seconds < 10 ? Math.max(0.1, Math.round(seconds * 10) / 10) : Math.round(seconds));
}

/** The whole in one sentence: whether this device can make calls. */
export function summary(results: Iterable<CheckResult>): string {
  const counts = { ok: 0, warn: 0, fail: 0, skipped: 0 };
  for (const { status } of results) counts[status] += 1;
  const { warn, fail } = counts;
  const one = (count: number): boolean => new Intl.PluralRules(words.value.language).select(count) === 'one';
  if (fail > 0)
    return t('setup.check.not_yet', {
      list: t(one(fail) ? 'setup.check.not_yet_one' : 'setup.check.not_yet_n', { count: fail }),
    });
  if (warn > 0)
    return t('setup.check.better', {
      list: t(one(warn) ? 'setup.check.better_one' : 'setup.check.better_n', { count: warn }),
    });
  return t('setup.check.yes');
}
