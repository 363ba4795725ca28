import {
  DEFAULT_POLICY,
  type Call,
  type CallPolicy,
  type CallsState,
  type MediaKinds,
  type Millis,
  type Peer,
} from '../../../../src/runtime/call/call.ts';
import type { Effect } from '../../../../src/runtime/call/effects.ts';
import type { CallEvent } from '../../../../src/runtime/call/events.ts';
import { nextDeadline } from '../../../../src/runtime/call/deadlines.ts';
import { initialState, reduce } from '../../../../src/runtime/call/reduce.ts';

/** When stories begin. */
export const START: Millis = 1_000_000;

export const anna: Peer = { accountId: 'account', contactId: '!room', address: '@anna:example.org', name: 'Anna' };
export const ben: Peer = { accountId: 'account', contactId: '!other', address: '@ben:example.org', name: 'Ben' };
export const video: MediaKinds = { audio: true, video: true };
export const voice: MediaKinds = { audio: true, video: false };

/** Makes one event of a type; what is not given has a plain value: call `a`, command named like the event. */
export function event<Type extends CallEvent['type']>(
  type: Type,
  given: Partial<Extract<CallEvent, { type: Type }>> = {},
): CallEvent {
  return { ...(plain[type] as Extract<CallEvent, { type: Type }>), ...given };
}

/** Complete by the compiler: a new event cannot be forgotten. */
const plain: { readonly [Type in CallEvent['type']]: Extract<CallEvent, { type: Type }> } = {
  dial: { type: 'dial', command: 'dial', callId: 'a', peer: anna, media: video },
  answer: { type: 'answer', command: 'answer', callId: 'a', media: video },
  decline: { type: 'decline', command: 'decline', callId: 'a' },
  'hang-up': { type: 'hang-up', command: 'hang-up', callId: 'a' },
  'set-media': { type: 'set-media', command: 'set-media', callId: 'a', video: false },
  'set-camera': { type: 'set-camera', command: 'set-camera', callId: 'a', camera: { source: 'camera.door' } },
  'set-microphone': { type: 'set-microphone', command: 'set-microphone', callId: 'a', microphone: null },
  silence: { type: 'silence', command: 'silence', callId: 'a' },
  'only-ring': { type: 'only-ring', command: 'only-ring', callId: 'a' },
  'ring-heard': { type: 'ring-heard', heard: true },
  dismiss: { type: 'dismiss', command: 'dismiss', callId: 'a' },
  refused: { type: 'refused', command: 'refused', reason: 'refused_unknown_contact' },
  invited: { type: 'invited', callId: 'a', peer: anna, offered: video, age: 0, lifetime: null },
  delivered: { type: 'delivered', callId: 'a' },
  accepted: { type: 'accepted', callId: 'a' },
  'answered-elsewhere': { type: 'answered-elsewhere', callId: 'a' },
  disconnected: { type: 'disconnected', callId: 'a' },
  reconnected: { type: 'reconnected', callId: 'a' },
  'remote-ended': { type: 'remote-ended', callId: 'a', reason: 'remote_hung_up' },
  'media-ready': { type: 'media-ready', callId: 'a' },
  'media-failed': { type: 'media-failed', callId: 'a', reason: 'microphone_denied' },
  'sending-changed': { type: 'sending-changed', callId: 'a', sending: voice },
  'media-flowing': { type: 'media-flowing', callId: 'a' },
  released: { type: 'released', callId: 'a' },
  'page-closing': { type: 'page-closing' },
  policy: { type: 'policy', policy: DEFAULT_POLICY },
  tick: { type: 'tick' },
};

/** An effect in words: `start-sound a ringtone`, `send-hang-up a no_answer`, `record a missed`, `fail dial no_answer`. */
function words(effect: Effect): string {
  switch (effect.type) {
    case 'start-media':
    case 'set-media':
      return `${effect.type} ${effect.callId} ${kinds(effect.wanted)}`;
    case 'send-decline':
    case 'send-hang-up':
      return `${effect.type} ${effect.callId} ${effect.reason}`;
    case 'start-sound':
      return `start-sound ${effect.callId} ${effect.sound}`;
    case 'record':
      return `record ${effect.record.callId} ${effect.record.reason}`;
    case 'fulfil':
      return `fulfil ${effect.command}`;
    case 'fail':
      return `fail ${effect.command} ${effect.reason}`;
    default:
      return `${effect.type} ${effect.callId}`;
  }
}

export function kinds({ audio, video: picture }: MediaKinds): string {
  return [audio && 'audio', picture && 'video'].filter(Boolean).join('+') || 'nothing';
}

/** Calls and what happens to them, told event by event. Whatever the reducer is given is frozen. */
export class Story {
  state: CallsState;
  now: Millis = START;
  /** All effects so far. */
  readonly effects: Effect[] = [];

  constructor(policy: Partial<CallPolicy> = {}) {
    this.state = deepFreeze(initialState({ ...DEFAULT_POLICY, ...policy }));
  }

  /** Tells one event, after a while, and returns its effects in words. */
  tell<Type extends CallEvent['type']>(
    type: Type,
    given: Partial<Extract<CallEvent, { type: Type }>> = {},
    after: Millis = 0,
  ): string[] {
    this.now += after;
    return this.happens(event(type, given));
  }

  happens(what: CallEvent): string[] {
    const { state, effects } = reduce(this.state, deepFreeze(what), this.now);
    this.state = deepFreeze(state);
    this.effects.push(...effects);
    return effects.map(words);
  }

  /** Lets time pass to the next deadline, as the runtime's timer does. */
  wait(): string[] {
    this.now = nextDeadline(this.state) ?? this.now;
    return this.happens({ type: 'tick' });
  }

  call(id = 'a'): Call {
    const call = this.state.calls.find((other) => other.id === id);
    if (!call) throw new Error(`There is no call ${id}`);
    return call;
  }

  /** `active`, `ended missed`; `gone` when nobody knows it. */
  phase(id = 'a'): string {
    const call = this.state.calls.find((other) => other.id === id);
    return call ? [call.phase, call.reason].filter(Boolean).join(' ') : 'gone';
  }
}

/** Ways into each situation of call `a`. `connecting` and what follows: an incoming call that was answered. */
export const situations = {
  idle: () => new Story(),
  dialing: () => told(new Story(), 'dial'),
  placed: () => told(new Story(), 'dial', 'media-ready'),
  'ringing-out': () => told(new Story(), 'dial', 'media-ready', 'delivered'),
  'ringing-in': () => told(new Story(), 'invited'),
  connecting: () => told(new Story(), 'invited', 'answer'),
  active: () => told(new Story(), 'invited', 'answer', 'media-flowing'),
  reconnecting: () => told(new Story(), 'invited', 'answer', 'media-flowing', 'disconnected'),
  ending: () => told(new Story(), 'invited', 'answer', 'media-flowing', 'hang-up'),
  ended: () => told(new Story(), 'invited', 'answer', 'media-flowing', 'hang-up', 'released'),
} as const satisfies Record<string, () => Story>;
export type Situation = keyof typeof situations;

function told(story: Story, ...types: readonly CallEvent['type'][]): Story {
  for (const type of types) story.tell(type);
  return story;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
