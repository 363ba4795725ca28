import fc from '../../support/fast-check.ts';
import { DEFAULT_POLICY, END_REASONS, type CallPolicy, type Millis } from '../../../../src/runtime/call/call.ts';
import type { CallEvent } from '../../../../src/runtime/call/events.ts';
import { anna } from './story.ts';

/** Something that happens after a while. Its command, if it is one, gets its id from its place among the others. */
export interface Happening {
  /** At the next deadline the story stands on the very edge. */
  readonly after: Millis | 'next deadline';
  readonly event: CallEvent;
}

const callId = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd');
const maybeCall = fc.option(callId, { freq: 2 });
const command = fc.constant('');
const kinds = fc.record({ audio: fc.boolean(), video: fc.boolean() });
const reason = fc.constantFrom(...END_REASONS);
const policy: fc.Arbitrary<CallPolicy> = fc
  .record({ secondCall: fc.constantFrom('wait' as const, 'busy' as const), doNotDisturb: fc.boolean() })
  .map((choice) => ({ ...DEFAULT_POLICY, ...choice }));

const odd = fc.constantFrom(NaN, Infinity, -Infinity, 1e15, -1);
const age = fc.oneof({ weight: 9, arbitrary: fc.nat(70_000) }, { weight: 1, arbitrary: odd });

const is = <Type extends CallEvent['type']>(type: Type) => fc.constant(type);

/** One arbitrary for each event: complete by the compiler. */
const events: { readonly [Type in CallEvent['type']]: fc.Arbitrary<Extract<CallEvent, { type: Type }>> } = {
  dial: fc.record({ type: is('dial'), command, callId, peer: fc.constant(anna), media: kinds }),
  answer: fc.record({ type: is('answer'), command, callId: maybeCall, media: kinds }),
  decline: fc.record({ type: is('decline'), command, callId: maybeCall }),
  'hang-up': fc.record({ type: is('hang-up'), command, callId: maybeCall }),
  'set-media': fc.record(
    { type: is('set-media'), command, callId: maybeCall, audio: fc.boolean(), video: fc.boolean() },
    { requiredKeys: ['type', 'command', 'callId'] },
  ),
  'set-camera': fc.record({
    type: is('set-camera'),
    command,
    callId: maybeCall,
    camera: fc.constant({ source: 'this_device' as const }),
  }),
  'set-microphone': fc.record({
    type: is('set-microphone'),
    command,
    callId: maybeCall,
    microphone: fc.constant(null),
  }),
  silence: fc.record({ type: is('silence'), command, callId: maybeCall }),
  'only-ring': fc.record({ type: is('only-ring'), command, callId: maybeCall }),
  'ring-heard': fc.record({ type: is('ring-heard'), heard: fc.constantFrom(true, true, false) }),
  dismiss: fc.record({ type: is('dismiss'), command, callId: maybeCall }),
  refused: fc.record({ type: is('refused'), command, reason: fc.constant('refused_not_allowed' as const) }),
  invited: fc.record({
    type: is('invited'),
    callId,
    peer: fc.constant(anna),
    offered: kinds,
    age,
    lifetime: fc.option(age),
    caller: fc.option(fc.record({ autoAnswer: fc.constantFrom('off', 'voice', 'video'), throughQuiet: fc.boolean() }), {
      nil: undefined,
      freq: 5,
    }),
  }),
  delivered: fc.record({ type: is('delivered'), callId }),
  accepted: fc.record({ type: is('accepted'), callId }),
  'answered-elsewhere': fc.record({ type: is('answered-elsewhere'), callId }),
  disconnected: fc.record({ type: is('disconnected'), callId }),
  reconnected: fc.record({ type: is('reconnected'), callId }),
  'remote-ended': fc.record({ type: is('remote-ended'), callId, reason }),
  'media-ready': fc.record({ type: is('media-ready'), callId }),
  'media-failed': fc.record({ type: is('media-failed'), callId, reason }),
  'sending-changed': fc.record({ type: is('sending-changed'), callId, sending: kinds }),
  'media-flowing': fc.record({ type: is('media-flowing'), callId }),
  released: fc.record({ type: is('released'), callId }),
  'page-closing': fc.record({ type: is('page-closing') }),
  policy: fc.record({ type: is('policy'), policy }),
  tick: fc.record({ type: is('tick') }),
};

/** What begins and advances calls comes often, what cuts everything short seldom; so that stories get far. */
const weights: Readonly<Partial<Record<CallEvent['type'], number>>> = {
  dial: 4,
  answer: 4,
  invited: 6,
  'media-ready': 4,
  delivered: 3,
  accepted: 3,
  'media-flowing': 5,
  disconnected: 5,
  'ring-heard': 4,
  tick: 6,
};

const anyEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  ...(Object.keys(events) as CallEvent['type'][]).map((type) => ({
    weight: weights[type] ?? 1,
    arbitrary: events[type] as fc.Arbitrary<CallEvent>,
  })),
);

const after: fc.Arbitrary<Happening['after']> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(500) },
  { weight: 3, arbitrary: fc.constant('next deadline' as const) },
  { weight: 1, arbitrary: fc.nat(15_000) },
  { weight: 1, arbitrary: fc.nat(90_000) },
);

/** A call that answers itself takes several steps in a row, which chance alone seldom makes: stories begin on its way. */
const dropIn: readonly Happening[] = [
  {
    after: 0,
    event: {
      type: 'invited',
      callId: 'a',
      peer: anna,
      offered: { audio: true, video: true },
      age: 0,
      lifetime: null,
      caller: { autoAnswer: 'video', throughQuiet: true },
    },
  },
  { after: 100, event: { type: 'ring-heard', heard: true } },
  { after: 'next deadline', event: { type: 'tick' } },
  { after: 'next deadline', event: { type: 'tick' } },
  { after: 500, event: { type: 'media-flowing', callId: 'a' } },
  { after: 'next deadline', event: { type: 'tick' } },
];
const beginning = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: dropIn.length }) },
);

/** Long stories of four calls whose events come in any order, late, twice, and for calls that nobody knows. */
export const happenings: fc.Arbitrary<readonly Happening[]> = fc
  .tuple(beginning, fc.array(fc.record({ after, event: anyEvent }), { maxLength: 60, size: 'max' }))
  .map(([begun, all]) =>
    [...dropIn.slice(0, begun), ...all].map(({ after: later, event }, index) => ({
      after: later,
      event: 'command' in event ? { ...event, command: `${event.type} ${index}` } : event,
    })),
  );
