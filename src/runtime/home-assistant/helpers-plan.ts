import type { Millis } from '../call/call.ts';
import { HELPERS, isNoValue, type HelperKey, type PerHelper } from './helpers-keys.ts';
import type { EntityState } from './home-assistant.ts';

export interface Write {
  readonly key: HelperKey;
  /** A list: what the helper is to offer. */
  readonly value: string | readonly string[];
}
/** Of values and of lists by themselves: a list that somebody keeps changing does not hold up the value. */
export type TriedKey = HelperKey | `${HelperKey} options`;
/** A write that was tried and is still wanted. */
export interface Tried {
  readonly at: Millis;
  /** In a row. */
  readonly times: number;
}

export interface PlanInput {
  readonly wanted: PerHelper<string>;
  /** What selections have to offer. */
  readonly options: PerHelper<readonly string[]>;
  readonly states: PerHelper<EntityState>;
  /** Since the wanted value last changed. */
  readonly tried: { readonly [Key in TriedKey]?: Tried };
  /** Left alone for now: a command about them runs. */
  readonly held: ReadonlySet<HelperKey>;
  readonly now: Millis;
}

/** How long until a value is written again that did not stay: a service that is not there yet, or somebody who fights. */
const RETRY_FIRST: Millis = 1_000;
const RETRY_LONGEST: Millis = 5_000;
/** A state has at most this many characters (Home Assistant, MAX_LENGTH_STATE_STATE). */
const LONGEST_STATE = 255;

/**
 * What to write now, in this order, and when to look again. Pure. Last result, name and switches come before the
 * state, so that what the state triggers reads them; when the call is over the name goes after it.
 */
export function plan({ wanted, options, states, tried, held, now }: PlanInput): {
  writes: readonly Write[];
  again: Millis | null;
} {
  const writes: Write[] = [];
  let again: Millis | null = null;
  const want = (key: HelperKey, value: Write['value'], before: Tried | undefined): void => {
    const due = dueTime(before);
    if (due <= now) writes.push({ key, value });
    else again = Math.min(again ?? due, due);
  };
  for (const key of order(wanted)) {
    const state = states[key];
    const value = fit(wanted[key], state);
    if (value === undefined || !state || isNoValue(state.state) || held.has(key)) continue;
    const list = missingOptions(key, options[key], state);
    if (list) want(key, list, tried[`${key} options`]);
    if (state.state === value || (value === '' && state.state === 'unknown')) continue;
    want(key, value, tried[key]);
  }
  return { writes, again };
}

/**
 * What a selection has to offer, where it does not: Home Assistant forgets what was set after its restart, and people
 * edit helpers. The order does not matter, and a state that people added stays. null: it offers all.
 */
function missingOptions(
  key: HelperKey,
  wanted: readonly string[] | undefined,
  { attributes }: EntityState,
): readonly string[] | null {
  const offered: unknown = attributes['options'];
  if (!wanted || !Array.isArray(offered)) return null;
  const more = offered.filter((option): option is string => typeof option === 'string' && !wanted.includes(option));
  if (wanted.every((option) => offered.includes(option)) && (more.length === 0 || key === 'state')) return null;
  return key === 'state' ? [...wanted, ...more] : wanted;
}

export function triedKey({ key, value }: Write): TriedKey {
  return typeof value === 'string' ? key : `${key} options`;
}

/** How often this makes it, for the next plan. A value that stayed for a while begins anew. */
export function tryAgain(before: Tried | undefined, now: Millis): Tried {
  const inARow = before && now - dueTime(before) < RETRY_LONGEST;
  return { at: now, times: inARow ? before.times + 1 : 1 };
}

function dueTime(tried: Tried | undefined): Millis {
  return tried ? tried.at + Math.min(RETRY_FIRST * 2 ** (tried.times - 1), RETRY_LONGEST) : -Infinity;
}

function order(wanted: PerHelper<string>): readonly HelperKey[] {
  const name: readonly HelperKey[] = ['with'];
  const [before, after] = wanted.with ? [name, []] : [[], name];
  return [
    'last_result',
    ...before,
    'microphone',
    'camera',
    'camera_source',
    'display',
    'do_not_disturb',
    'state',
    ...after,
    'dial',
    'ring',
  ];
}

/** Names come from other people: one line, and no longer than the helper takes. */
function fit(value: string | undefined, state: EntityState | undefined): string | undefined {
  const max = state?.attributes['max'];
  const length = typeof max === 'number' ? Math.min(max, LONGEST_STATE) : LONGEST_STATE;
  // Home Assistant counts characters, not UTF-16 units; cutting between units would break an emoji.
  // eslint-disable-next-line no-control-regex
  return value && [...value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()].slice(0, length).join('');
}

/** The service that writes it. */
export function serviceOf({ key, value }: Write): {
  domain: string;
  service: string;
  data: Readonly<Record<string, unknown>>;
} {
  const { domain } = HELPERS[key];
  switch (domain) {
    case 'input_text':
      return { domain, service: 'set_value', data: { value } };
    case 'input_select':
      if (typeof value !== 'string') return { domain, service: 'set_options', data: { options: value } };
      return { domain, service: 'select_option', data: { option: value } };
    case 'input_boolean':
      return { domain, service: value === 'on' ? 'turn_on' : 'turn_off', data: {} };
    case 'input_button':
    case 'counter':
    case 'timer':
      throw new TypeError(`a ${domain} has no value to write`);
    default:
      return domain satisfies never;
  }
}
