import type { PageView } from '../pages/view.ts';

/** What a link or an action of a card asks for. */
export type Deed =
  | { readonly do: 'dial'; readonly text: string; readonly video: boolean; readonly station?: string }
  | { readonly do: 'answer' | 'decline' | 'hang-up'; readonly station?: string }
  | { readonly do: 'switch'; readonly what: Switch; readonly to: boolean | 'toggle'; readonly station?: string }
  | { readonly do: 'open'; readonly view: PageView };
export type Switch = (typeof SWITCHES)[number];

const SWITCHES = ['microphone', 'camera', 'do_not_disturb'] as const;
const VIEWS: readonly PageView[] = ['history', 'contact', 'settings', 'diagnostics', 'setup'];
const PLAIN: Readonly<Record<string, 'answer' | 'decline' | 'hang-up'>> = {
  answer: 'answer',
  decline: 'decline',
  hang_up: 'hang-up',
};
/** A name or an address is no longer (directory.ts). */
const LONGEST = 255;

type Fields = Readonly<Record<string, unknown>>;

/** `dial:Grandma`, `dial_voice:…`, `answer`, `decline`, `hang_up`, `open:history`. @returns null for what is none */
export function readLink(link: string, station: string | null): Deed | null {
  const [, name = '', rest = ''] = /^([a-z_]+)(?::(.*))?$/su.exec(link) ?? [];
  const at = station === null ? {} : { station };
  if (name === 'dial' || name === 'dial_voice') return dial(rest, name === 'dial', at);
  if (name === 'open') return open(rest);
  return Object.hasOwn(PLAIN, link) ? plain(link, at) : null;
}

/** The value of `call_assist` in an action: one of the words above with what it needs. @returns null for what is none */
export function readAction(given: unknown): Deed | null {
  if (typeof given === 'string') return readLink(given, null);
  if (typeof given !== 'object' || given === null) return null;
  const { video = true, station, ...rest } = given as Fields;
  if (station !== undefined && typeof station !== 'string') return null;
  const at = station === undefined ? {} : { station };
  const [[name, value] = ['', null], ...more] = Object.entries(rest);
  if (more.length > 0 || typeof video !== 'boolean') return null;
  if (name === 'dial') return typeof value === 'string' ? dial(value, video, at) : null;
  if (name === 'open') return typeof value === 'string' ? open(value) : null;
  const what = SWITCHES.find((each) => each === name);
  if (what) {
    return typeof value === 'boolean' || value === 'toggle' ? { do: 'switch', what, to: value, ...at } : null;
  }
  return value === true ? plain(name, at) : null;
}

function dial(given: string, video: boolean, at: { readonly station?: string }): Deed | null {
  const text = given.trim();
  return text && text.length <= LONGEST ? { do: 'dial', text, video, ...at } : null;
}

function plain(name: string, at: { readonly station?: string }): Deed | null {
  const todo = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
  return todo ? { do: todo, ...at } : null;
}

function open(name: string): Deed | null {
  const view = VIEWS.find((each) => each === name);
  return view ? { do: 'open', view } : null;
}
