import {
  NO_MEDIA,
  type Call,
  type CallPolicy,
  type CallsState,
  type CommandId,
  type DropIn,
  type MediaKinds,
  type Millis,
  type Peer,
} from './call.ts';
import { dropInOf, withoutDropIns } from './drop-in.ts';
import { clearOutcomes, endHere, turnAway } from './ending.ts';
import type { CommandEvent, ProviderCallEvent } from './events.ts';
import {
  findCall,
  isKnown,
  isLive,
  isRunning,
  reasonOf,
  ringingCall,
  runningCall,
  withCall,
  withoutCall,
} from './find.ts';
import { expireAnswer, giveUpAnswer, mayMean, waitForInvitation } from './pending.ts';
import { fail, fulfil, refuse, step, steps, type Step } from './step.ts';

/** More than one call that rings or runs, and one that waits, nobody can follow. */
const AT_ONCE = 2;

type Invited = Extract<ProviderCallEvent, { type: 'invited' }>;

/**
 * Somebody calls. It rings unless the invitation is too old, do not disturb is on, or there is no room;
 * an answer that waits for it is stronger than the last two, since a person is there.
 */
export function invited(state: CallsState, event: Invited, now: Millis): Step {
  if (isKnown(state, event.callId)) return step(state);
  return steps(
    state,
    (before) => expireAnswer(before, now),
    (before) => admit(before, event, now),
  );
}

function admit(state: CallsState, event: Invited, now: Millis): Step {
  const { policy, pendingAnswer } = state;
  const call = ringing(event, policy, now);
  if (!(call.deadline > now)) return turnAway(state, call, 'missed', now);

  const ours = state.calls.find((other) => isUnsentCallTo(call.peer, other));
  if (ours) return meet(state, ours, call, now);

  const waits = mayMean(pendingAnswer, call.id) ? pendingAnswer : null;
  const quiet = policy.doNotDisturb;
  if (!waits && quiet && event.caller?.throughQuiet !== true) return turnAway(state, call, 'do_not_disturb', now);
  if (!hasRoom(state, waits !== null)) return turnAway(state, call, 'busy_here', now);

  // With another call beside it, nobody could follow what happens by itself.
  const alone = !state.calls.some(isLive);
  const dropIn = alone && !quiet ? dropInOf(event.caller, call, policy, now) : null;
  const others = withoutDropIns(state, ({ phase }) => phase === 'ringing-in');
  const commands = waits?.presses.map(({ command }) => command) ?? [];
  return steps(
    { ...withCall(others, { ...call, dropIn }), pendingAnswer: waits ? null : pendingAnswer },
    (before) => step(before, { type: 'prepare', callId: call.id }),
    (before) => (waits ? take(before, call, commands, waits.media, null, now) : step(before)),
  );
}

function isUnsentCallTo(peer: Peer, call: Call): boolean {
  return isLive(call) && !call.placed && isSamePeer(call.peer, peer);
}

function isSamePeer(one: Peer, other: Peer): boolean {
  return one.accountId === other.accountId && one.address === other.address;
}

/**
 * They call while our own call to them has not left yet: both mean one call. Theirs is answered with what ours wanted
 * to send; ours was never made, so nothing is told or recorded of it. (Once it has left, the provider resolves it.)
 */
function meet(state: CallsState, ours: Call, theirs: Call, now: Millis): Step {
  const unmade = { ...ours, reason: 'hung_up' as const };
  return steps(
    withCall(withoutCall(state, unmade), theirs),
    (before) => step(before, { type: 'release', callId: ours.id }),
    (before) => fulfil(before, ...ours.waiting),
    (before) => take(before, theirs, [], ours.wanted, null, now),
  );
}

/** The same the other way round: we call somebody whose call has begun to ring here. Undefined: nobody like that rings. */
export function meetRinging(
  state: CallsState,
  { command, peer, media }: Extract<CommandEvent, { type: 'dial' }>,
  now: Millis,
): Step | undefined {
  const theirs = state.calls.find((call) => call.phase === 'ringing-in' && isSamePeer(call.peer, peer));
  if (!theirs) return undefined;
  return steps(
    state,
    (before) => fulfil(before, command),
    (before) => take(before, theirs, [], media, null, now),
  );
}

function ringing(event: Invited, policy: CallPolicy, now: Millis): Call & { readonly deadline: Millis } {
  // A clock that makes no sense must not silence a call, nor let it ring for ever.
  const age = Number.isFinite(event.age) ? Math.max(event.age, 0) : 0;
  const lifetime = Math.min(event.lifetime ?? policy.ringWindow, policy.ringLimit);
  return {
    id: event.callId,
    direction: 'incoming',
    peer: event.peer,
    phase: 'ringing-in',
    offered: event.offered,
    wanted: NO_MEDIA,
    sending: NO_MEDIA,
    began: now - age,
    answered: null,
    connected: null,
    ended: null,
    reason: null,
    deadline: now - age + lifetime,
    restartAt: null,
    dropIn: null,
    silenced: false,
    placed: true,
    waiting: [],
  };
}

/** A call that is answered at once needs only the place of the running one, which it ends. */
function hasRoom({ calls, policy }: CallsState, answered: boolean): boolean {
  const live = calls.filter(isLive);
  if (answered) return live.filter((call) => !isRunning(call)).length < AT_ONCE;
  return live.length < (policy.secondCall === 'wait' ? AT_ONCE : 1);
}

/** Answers the call that is meant, or joins an answer that is under way, or waits for the invitation. */
export function answer(state: CallsState, event: Extract<CommandEvent, { type: 'answer' }>, now: Millis): Step {
  const { command, callId, media } = event;
  const call = callId === null ? (ringingCall(state) ?? runningCall(state)) : findCall(state, callId);
  if (call?.phase === 'ringing-in') return take(state, call, [command], media, null, now);

  const reason = callId === null ? null : reasonOf(state, callId);
  if (reason !== null) return fail(state, reason, command);
  if (!call) return waitForInvitation(state, event, now);
  if (call.direction === 'outgoing') return refuse(state, 'refused_nothing_rings', command);
  if (call.connected !== null) return fulfil(state, command);
  return step(withCall(state, { ...call, waiting: [...call.waiting, command] }));
}

/** The countdown of a drop-in is over: it is answered with sound alone. The camera follows, if it may at all. */
export function answerItself(state: CallsState, call: Call, { video }: DropIn, now: Millis): Step {
  return take(state, call, [], NO_MEDIA, video ? { stage: 'answered', video, until: null } : null, now);
}

/** Ends what runs and answers. The commands are fulfilled when media flows, and not before. */
function take(
  state: CallsState,
  call: Call,
  waiting: readonly CommandId[],
  asked: MediaKinds,
  dropIn: DropIn | null,
  now: Millis,
): Step {
  const running = runningCall(state);
  // What offers nothing is only a question: nothing is opened for its answer.
  const wanted = { audio: call.offered.audio || call.offered.video, video: call.offered.video && asked.video };
  const deadline = now + state.policy.connectTimeout;
  return steps(
    state,
    (before) => (running ? endHere(before, running, 'hung_up', now) : step(before)),
    (before) => giveUpAnswer(before, 'refused_nothing_rings'),
    clearOutcomes,
    (before) =>
      step(
        withCall(before, { ...call, phase: 'connecting', wanted, answered: now, deadline, dropIn, waiting }),
        { type: 'start-media', callId: call.id, wanted },
        { type: 'send-answer', callId: call.id },
      ),
  );
}
