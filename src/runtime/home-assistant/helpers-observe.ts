import type { Millis } from '../call/call.ts';
import {
  BUTTONS,
  HELPER_KEYS,
  isNoValue,
  SELECTS,
  SWITCHES,
  TEXTS,
  type ButtonKey,
  type PerHelper,
  type SelectKey,
  type SwitchKey,
  type TextKey,
} from './helpers-keys.ts';
import type { EntityState } from './home-assistant.ts';

/** What somebody else did with the helpers. */
export type Change =
  | { readonly type: 'press'; readonly button: ButtonKey }
  | { readonly type: TextKey; readonly text: string }
  | { readonly type: 'toggle'; readonly which: SwitchKey; readonly on: boolean }
  | { readonly type: 'select'; readonly which: SelectKey; readonly option: string };

/** What was seen before. */
export interface Memory {
  /** null until the binding has seen the helpers for the first time: what happened before does not count. */
  readonly seen: PerHelper<EntityState> | null;
  /** The latest press of each button, by Home Assistant's clock. */
  readonly presses: Readonly<Partial<Record<ButtonKey, Millis>>>;
  /** Since when Home Assistant was away; null while it is there. By this device's clock. */
  readonly lostAt: Millis | null;
  /** This device's clock minus Home Assistant's; null while unknown. */
  readonly clockOffset: Millis | null;
}

export const NOTHING_SEEN: Memory = { seen: null, presses: {}, lostAt: null, clockOffset: null };

/** What happened while Home Assistant was away counts when it is no older than this. */
const FRESH: Millis = 10_000;

/** Home Assistant is away: the next states are compared with care. */
export function lose(memory: Memory, now: Millis): Memory {
  return { ...memory, lostAt: memory.lostAt ?? now };
}

interface Now {
  readonly now: Millis;
  /** Our own writes that are under way: their echoes are no changes. */
  readonly writing: PerHelper<string>;
}

export interface Observed {
  readonly memory: Memory;
  readonly changes: readonly Change[];
  /** Home Assistant was restarted since the last look: what its helpers say is what it restored. */
  readonly restarted: boolean;
}

/**
 * Compares the helpers with what was seen before. Pure.
 *
 * A press is a timestamp newer than any before, so neither a restart (which restores old ones) nor a reconnect plays
 * one again. Values that appear (first look, restart, reload, a helper made or renamed) are no changes.
 */
export function observe(memory: Memory, states: PerHelper<EntityState>, at: Now): Observed {
  const next: Memory = {
    seen: states,
    presses: latestPresses(memory, states),
    lostAt: null,
    clockOffset: clockOffset(memory, states, at.now),
  };
  if (!memory.seen) return { memory: next, changes: [], restarted: false };
  if (memory.lostAt === null) {
    return { memory: next, changes: liveChanges(memory, states, at.writing), restarted: false };
  }
  const restarted = wasRestarted(memory, states);
  return { memory: next, changes: missedChanges(memory, states, at.now), restarted };
}

function liveChanges(memory: Memory, states: PerHelper<EntityState>, writing: PerHelper<string>): Change[] {
  const changes: Change[] = [];
  for (const button of BUTTONS) {
    if (!isNoValue(memory.seen?.[button]?.state) && isNewPress(memory, states, button))
      changes.push({ type: 'press', button });
  }
  for (const type of TEXTS) {
    const before = memory.seen?.[type]?.state;
    const text = textOf(states[type]);
    if (text && !isNoValue(before) && before !== states[type]?.state) changes.push({ type, text });
  }
  for (const which of SWITCHES) {
    const [was, is] = [memory.seen?.[which]?.state, states[which]?.state];
    if (!isOnOff(was) || !isOnOff(is) || was === is || writing[which] === is) continue;
    changes.push({ type: 'toggle', which, on: is === 'on' });
  }
  for (const which of SELECTS) {
    const [before, now] = [memory.seen?.[which], states[which]];
    const option = now?.state;
    if (option === undefined || isNoValue(option) || isNoValue(before?.state) || option === before?.state) continue;
    // A list that was replaced may have taken the chosen one away: nobody chose then.
    if (writing[which] === option || !sameOptions(before, now)) continue;
    changes.push({ type: 'select', which, option });
  }
  return changes;
}

/** After a loss: what came meanwhile and is still fresh. Switches are put back instead; nobody waited for them. */
function missedChanges(memory: Memory, states: PerHelper<EntityState>, now: Millis): Change[] {
  const away = now - (memory.lostAt ?? now);
  const isFresh = (at: Millis): boolean =>
    away <= FRESH || (memory.clockOffset !== null && now - memory.clockOffset - at <= FRESH);
  const changes: Change[] = [];
  for (const button of BUTTONS) {
    if (isNewPress(memory, states, button) && isFresh(pressTime(states[button]) ?? 0))
      changes.push({ type: 'press', button });
  }
  for (const type of TEXTS) {
    const text = textOf(states[type]);
    // A text that a restart restored looks new, and may be one that was dialled long ago.
    if (
      text &&
      text !== memory.seen?.[type]?.state &&
      !wasRestarted(memory, states) &&
      isFresh(time(states[type]?.last_changed))
    ) {
      changes.push({ type, text });
    }
  }
  return changes;
}

/** A restart gives every entity a new time; nobody else changes them all. */
function wasRestarted({ seen }: Memory, states: PerHelper<EntityState>): boolean {
  const both = HELPER_KEYS.filter((key) => seen?.[key] && states[key]);
  return both.every((key) => seen?.[key]?.last_updated !== states[key]?.last_updated);
}

function isNewPress({ presses }: Memory, states: PerHelper<EntityState>, button: ButtonKey): boolean {
  const pressed = pressTime(states[button]);
  return pressed !== null && pressed > (presses[button] ?? -Infinity);
}

function latestPresses({ presses }: Memory, states: PerHelper<EntityState>): Memory['presses'] {
  const latest = { ...presses };
  for (const button of BUTTONS) {
    const pressed = pressTime(states[button]);
    if (pressed !== null) latest[button] = Math.max(pressed, latest[button] ?? pressed);
  }
  return latest;
}

/** A button's state is the time of its last press; null when there is none. */
function pressTime(button: EntityState | undefined): Millis | null {
  const pressed = time(button?.state);
  return Number.isNaN(pressed) ? null : pressed;
}

function textOf(helper: EntityState | undefined): string | null {
  const state = helper?.state;
  return isNoValue(state) || state === 'unknown' ? null : (state?.trim() ?? '') || null;
}

/** Live changes arrive within milliseconds, so the newest of them tells how the clocks differ. */
function clockOffset(memory: Memory, states: PerHelper<EntityState>, now: Millis): Millis | null {
  if (!memory.seen || memory.lostAt !== null) return memory.clockOffset;
  const fresh = HELPER_KEYS.filter((key) => memory.seen?.[key]?.last_updated !== states[key]?.last_updated);
  const newest = Math.max(...fresh.map((key) => time(states[key]?.last_updated)).filter((at) => !Number.isNaN(at)));
  return Number.isFinite(newest) ? now - newest : memory.clockOffset;
}

const sameOptions = (one: EntityState | undefined, other: EntityState | undefined): boolean =>
  JSON.stringify(one?.attributes['options']) === JSON.stringify(other?.attributes['options']);

const isOnOff = (state: string | undefined): boolean => state === 'on' || state === 'off';

const time = (text: string | undefined): Millis => (text === undefined ? NaN : Date.parse(text));
