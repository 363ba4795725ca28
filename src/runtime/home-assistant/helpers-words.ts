import type { CallRecord } from '../call/effects.ts';
import { type Call, type CallsState, DEFAULT_POLICY, type EndReason, type Refusal } from '../call/call.ts';
import { isMissed } from '../call/end-reasons.ts';
import { ringingCall, runningCall } from '../call/find.ts';
import { HELPER_STATES, helperState } from '../call/helper-state.ts';
import { SELECTS, type PerHelper, type SelectKey } from './helpers-keys.ts';

/** What is chosen, and what can be: entity ids and `this_device`. */
export interface Selection {
  readonly chosen: string;
  readonly options: readonly string[];
}

/** What the helpers need of the runtime's snapshot. */
export interface HelperSnapshot {
  readonly accounts: readonly { readonly status: { readonly state: string } }[];
  readonly calls: readonly Call[];
  readonly lastResult: EndReason | Refusal | null;
  /** Those without are left as they are. */
  readonly selects?: { readonly [Key in SelectKey]?: Selection };
  /** Calls that were turned away at once are only here. */
  readonly history?: readonly Pick<CallRecord, 'callId' | 'direction' | 'reason'>[];
}

/** What the helpers are to say. Of two calls they speak of the running one. A helper without a value is left as it is. */
export function wordsOf(snapshot: HelperSnapshot): PerHelper<string> {
  const state = callsState(snapshot);
  const call = runningCall(state) ?? ringingCall(state);
  const online = snapshot.accounts.some(({ status }) => status.state === 'online');
  return {
    ...(snapshot.lastResult !== null && { last_result: snapshot.lastResult }),
    state: helperState(state, online),
    with: call?.peer.name ?? '',
    microphone: call?.sending.audio ? 'on' : 'off',
    camera: call?.sending.video ? 'on' : 'off',
    // Taken when they were read; what is left is to clear them.
    dial: '',
    ring: '',
    ...chosenOf(snapshot),
  };
}

/** The options that selections need: our own words, and what the kiosk can choose from. */
export function optionsOf({ selects = {} }: HelperSnapshot): PerHelper<readonly string[]> {
  const lists = SELECTS.flatMap((key) => {
    const selection = selects[key];
    // What is chosen may be gone: it is said all the same.
    return selection ? [[key, [...new Set([...selection.options, selection.chosen])]]] : [];
  });
  return { state: HELPER_STATES, ...Object.fromEntries(lists) };
}

function chosenOf({ selects = {} }: HelperSnapshot): PerHelper<string> {
  const chosen = SELECTS.flatMap((key) => {
    const selection = selects[key];
    return selection ? [[key, selection.chosen]] : [];
  });
  return Object.fromEntries(chosen) as PerHelper<string>;
}

/** What they say when the page closes cleanly. */
export function closingWords(snapshot: HelperSnapshot): PerHelper<string> {
  return { ...wordsOf({ ...snapshot, calls: [], accounts: [] }) };
}

/** Whether a switch that somebody toggles means the call that runs. */
export function hasRunningCall(snapshot: HelperSnapshot): boolean {
  return runningCall(callsState(snapshot)) !== undefined;
}

/** Ids of incoming calls that nobody took. */
export function missedCalls(snapshot: HelperSnapshot): readonly string[] {
  const shown = snapshot.calls.filter(isMissed).map(({ id }) => id);
  const past = (snapshot.history ?? []).filter(isMissed).map(({ callId }) => callId);
  return [...new Set([...shown, ...past])];
}

/** The core's questions are about its own state, of which the snapshot carries the calls. */
function callsState({ calls, lastResult }: HelperSnapshot): CallsState {
  return { policy: DEFAULT_POLICY, calls, past: [], pendingAnswer: null, lastResult };
}
