import type { Ring, RingError, RingKind } from './ring.ts';

/** As long as a state of Home Assistant can be. */
const LONGEST = 255;
/** Buttons of a door, the opener among them. */
const MOST_BUTTONS = 3;

type Check = (value: unknown) => boolean;

const isText =
  (longest: number): Check =>
  (value) =>
    // eslint-disable-next-line no-control-regex
    typeof value === 'string' && value.trim() !== '' && value.length <= longest && !/[\u0000-\u001f\u007f]/.test(value);
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isSeconds =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const isFlag: Check = (value) => typeof value === 'boolean';
const isScript = matches(/^[a-z0-9_]{1,80}$/);

/** What each key may hold, whatever the kind. docs/ring.schema.json says the same. */
const KEYS: Readonly<Record<string, Check>> = {
  id: matches(/^[\w.:-]{1,40}$/),
  kind: () => true,
  name: isText(60),
  secs: isSeconds(5, 120),
  pipe: matches(/^[a-z0-9_]{1,40}$/i),
  listen: isFlag,
  camera: matches(/^camera\.[a-z0-9_]{1,80}$/),
  open: isScript,
  buttons: (value) => Array.isArray(value) && value.length <= MOST_BUTTONS && value.every(isScript),
  to: isText(120),
  after: isSeconds(1, 110),
  video: isFlag,
  now: isFlag,
  text: isText(160),
  run: isScript,
};

/** The keys of each kind beside `id` and `kind`; those that end in `!` are needed. */
const KINDS: Readonly<Record<RingKind, readonly string[]>> = {
  assist: ['name!', 'secs', 'pipe', 'listen'],
  door: ['camera!', 'name', 'secs', 'open', 'buttons', 'to', 'after'],
  connect: ['to!', 'name', 'secs', 'video', 'now'],
  note: ['name!', 'text!', 'pipe', 'listen', 'to', 'video', 'run'],
  stop: [],
};

const isKind = (value: unknown): value is RingKind => typeof value === 'string' && Object.hasOwn(KINDS, value);
const bare = (key: string): string => key.replace('!', '');

/** Reads what a script wrote into the ring helper. Pure; what is not quite right is no ring at all. */
export function parseRing(text: string): Ring | RingError {
  if ([...text].length > LONGEST) return { problem: 'too_long' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'not_json' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'not_an_object' };
  return readRing(value as Fields);
}

export function isRing(parsed: Ring | RingError): parsed is Ring {
  return !('problem' in parsed);
}

/** What a refused ring leaves in the log. */
export function errorText({ problem, key }: RingError): string {
  return key === undefined ? problem : `${problem}: ${key}`;
}

interface Fields {
  readonly [key: string]: unknown;
}
/** The fields once all of them were checked. */
interface Known {
  readonly id: string;
  readonly name?: string;
  readonly secs?: number;
  readonly pipe?: string;
  readonly listen?: boolean;
  readonly camera: `camera.${string}`;
  readonly open?: string;
  readonly buttons?: readonly string[];
  readonly to?: string;
  readonly after?: number;
  readonly video?: boolean;
  readonly now?: boolean;
  readonly text: string;
  readonly run?: string;
}

function readRing(fields: Fields): Ring | RingError {
  const { kind } = fields;
  if (!isKind(kind)) return { problem: 'unknown_kind' };
  const keys = ['id!', 'kind!', ...KINDS[kind]];
  const unknown = Object.keys(fields).find((key) => !keys.map(bare).includes(key));
  if (unknown !== undefined) return { problem: 'unknown_key', ...(Object.hasOwn(KEYS, unknown) && { key: unknown }) };
  for (const key of keys) {
    const name = bare(key);
    if (fields[name] === undefined) {
      if (key !== name) return { problem: 'missing', key: name };
    } else if (!KEYS[name]?.(fields[name])) return { problem: 'wrong', key: name };
  }
  return together(kind, fields as unknown as Known);
}

/** What keys mean together. */
function together(kind: RingKind, fields: Known): Ring | RingError {
  const { id } = fields;
  const assist = { pipeline: fields.pipe ?? 'preferred', listen: fields.listen ?? true };
  const ringing = { id, lifetime: fields.secs === undefined ? null : fields.secs * 1_000 };
  switch (kind) {
    case 'assist':
      return { ...ringing, ...assist, kind, name: fields.name ?? '' };
    case 'door':
      return door(fields, ringing);
    case 'connect':
      return {
        ...ringing,
        kind,
        name: fields.name ?? null,
        to: fields.to ?? '',
        video: fields.video ?? true,
        first: fields.now === true ? 'dial' : 'ring',
      };
    case 'note':
      return note(fields, assist);
    case 'stop':
      return { id, kind };
    default:
      return kind satisfies never;
  }
}

function door(fields: Known, ringing: { readonly id: string; readonly lifetime: number | null }): Ring | RingError {
  const { camera, name = null, open = null, buttons = [], to, after } = fields;
  if (buttons.length + (open === null ? 0 : 1) > MOST_BUTTONS) return { problem: 'wrong', key: 'buttons' };
  // One means nothing without the other.
  if (to === undefined && after !== undefined) return { problem: 'missing', key: 'to' };
  if (to !== undefined && after === undefined) return { problem: 'missing', key: 'after' };
  const forward = to === undefined || after === undefined ? null : { to, after: after * 1_000 };
  return { ...ringing, kind: 'door', camera, name, open, buttons, forward };
}

/** A note has one action, or none. */
function note(fields: Known, assist: { readonly pipeline: string; readonly listen: boolean }): Ring | RingError {
  const { id, name = '', text, pipe, listen, to, video, run } = fields;
  const [first, second] = Object.entries({ pipe, to, run }).filter(([, value]) => value !== undefined);
  if (second) return { problem: 'wrong', key: second[0] };
  if (listen !== undefined && pipe === undefined) return { problem: 'missing', key: 'pipe' };
  if (video !== undefined && to === undefined) return { problem: 'missing', key: 'to' };
  const common = { id, kind: 'note' as const, name, text };
  if (!first) return { ...common, action: null };
  if (to !== undefined) return { ...common, action: { kind: 'dial', to, video: video ?? true } };
  if (run !== undefined) return { ...common, action: { kind: 'run', script: run } };
  return { ...common, action: { kind: 'assist', ...assist } };
}
