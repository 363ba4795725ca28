import type { CallId, MediaKinds, Millis, Peer } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { LocalTracks, OutgoingMedia, ProviderIO } from '../../provider.ts';
import type { XmlElement } from '../jingle/element.ts';
import type { Step } from '../jingle/session.ts';
import { readArchive } from '../jmi/archive.ts';
import { hangUp } from '../jmi/change.ts';
import { type Envelope, ageOf } from '../jmi/envelope.ts';
import { mayRing } from '../jmi/initiate.ts';
import { bareOf } from '../jmi/jid.ts';
import { JMI_POLICY, type JmiEffect, type JmiEvent, type JmiPolicy, NO_SESSIONS, type Session } from '../jmi/state.ts';
import { WireError } from '../wire.ts';
import { XmppCall } from './call.ts';
import { type Goodbye, readGoodbye, writeGoodbye } from './goodbye.ts';
import { type Initiation, Kept } from './kept.ts';
import { Machine } from './machine.ts';
import type { Office } from './office.ts';
import type { Post } from './post.ts';
import { harmless, lastStanzas, readMessage, uuid } from './stanzas.ts';
import type { CallsContext } from './types.ts';

export interface RegistryOptions {
  readonly context: Pick<CallsContext, 'accountId' | 'wire' | 'callerOf' | 'peerOf' | 'strangers' | 'configuration'>;
  readonly platform: Platform;
  readonly post: Post;
  readonly invited: ProviderIO['invited'];
  readonly emit: ProviderIO['emit'];
}

/** What a session-initiate or a proposal that is being handled brings along. */
interface Arrival {
  /** Their session-initiate, as read. */
  readonly offered: Step | null;
  /** The stanza whose receipt their proposal asks for. */
  readonly receipt: string | null;
}

const SILENCE: LocalTracks = { audio: null, video: null, audioMuted: true, videoMuted: true };
/** Calls of an archive that are told; older ones than the newest are of no interest any more. */
const MAX_MISSED = 100;

/** The calls of an account, and what the effects of XEP-0353's machine do to them. */
export class Registry {
  readonly #options: RegistryOptions;
  readonly #office: Office<XmppCall>;
  readonly #calls = new Map<string, XmppCall>();
  readonly #machine: Machine<Arrival>;
  readonly #kept: Kept;

  constructor(options: RegistryOptions) {
    this.#options = options;
    const { context, platform, post } = options;
    this.#machine = new Machine({
      clock: platform.clock,
      context: () => ({ own: context.wire.own, policy: this.policy, now: context.wire.now() }),
      run: (effect, arrival) => this.#run(effect, arrival),
      failed: ({ type }, error) => platform.log.log('error', `${type} of a call failed`, harmless(error)),
    });
    this.#kept = new Kept({
      wire: context.wire,
      clock: platform.clock,
      late: () => this.archive([], context.wire.now()),
    });
    this.#office = {
      own: context.wire.own,
      platform,
      post,
      configuration: () => context.configuration(),
      emit: (event) => options.emit(event),
      tell: (event) => void this.tell(event),
      goodbye: (sid) => writeGoodbye(this.session(sid)),
      register: (call, sid) => this.#register(call, sid),
      forget: (call) => this.#forget(call),
    };
  }

  get live(): number {
    return new Set(this.#calls.values()).size;
  }

  get policy(): JmiPolicy {
    return { ...JMI_POLICY, strangers: this.#options.context.strangers };
  }

  /** The call of a session. */
  call(sid: string): XmppCall | null {
    return this.#calls.get(sid) ?? null;
  }

  /** The session as the machine has it. */
  session(sid: string): Session | null {
    return this.#machine.session(sid);
  }

  dial(id: CallId, peer: Peer, media: OutgoingMedia): XmppCall {
    const sid = uuid(this.#options.platform.id());
    const call = new XmppCall(this.#office, { id, sid, peer, media }, 'outgoing');
    call.place(media.kinds.video ? ['audio', 'video'] : ['audio']);
    return call;
  }

  /** Something happened; see {@link Machine.tell}. */
  tell(event: JmiEvent, arrival: Arrival | null = null): readonly JmiEffect[] {
    return this.#machine.tell(event, arrival);
  }

  /** Any `<message/>` that came. */
  hear(stanza: XmlElement): void {
    const heard = readMessage(stanza, this.#options.context.wire.own);
    if (heard?.type !== 'initiation') return void (heard && this.tell(heard));
    if (!this.#kept.holds(heard)) this.#initiation(heard);
  }

  /** See `XmppCalls.archive`. */
  archive(envelopes: readonly Envelope[], now: Millis): void {
    const { wire, callerOf } = this.#options.context;
    const kept = this.#kept.release();
    const all = [...envelopes, ...kept.map(({ envelope }) => envelope)];
    const { missed, open } = readArchive(all, wire.own, JMI_POLICY.ringWindow, now);
    for (const { id, from, media, at } of missed.slice(-MAX_MISSED)) {
      if (this.#machine.knows(id) || !mayRing(callerOf(bareOf(from)), this.policy)) continue;
      this.#machine.drop(id, { type: 'missed', id, from, media, age: Math.max(0, now - at) });
    }
    for (const envelope of open) {
      const asking = kept.find((one) => isSameProposal(one.envelope, envelope));
      this.#initiation({ type: 'initiation', envelope, receipt: asking?.receipt ?? null });
    }
    // Of calls that go on: those above are dealt with.
    for (const one of kept) if (one.envelope.message.action !== 'propose') this.#initiation(one);
  }

  /** What only rings here rings on elsewhere, or here again; of everything else the peer is told. */
  pageClosing(): void {
    const { context, platform } = this.#options;
    for (const session of this.#machine.sessions) {
      const [, effects] = hangUp(NO_SESSIONS, session, 'kiosk_closed');
      if (effects.length === 0) continue;
      this.#machine.drop(session.id);
      for (const stanza of lastStanzas(effects, () => platform.id())) context.wire.sendNow(stanza);
    }
  }

  /** Resolves when the peer, or for it the server, has heard it. */
  async abandon(goodbye: Goodbye): Promise<void> {
    const session = readGoodbye(goodbye);
    if (!session) return;
    const [, effects] = hangUp(NO_SESSIONS, session, 'kiosk_closed');
    this.#machine.drop(session.id);
    const { post } = this.#options;
    await Promise.all(
      effects.map(async (effect) => {
        if (effect.type === 'send') await post.initiation(effect.to, effect.message);
        // Who refuses it knows of no such session any more.
        if (effect.type === 'terminate') await post.terminate(effect).catch(unlessRefused);
      }),
    );
  }

  async close(): Promise<void> {
    this.#kept.close();
    await Promise.all([...new Set(this.#calls.values())].map((call) => call.close()));
    this.#machine.close();
  }

  #initiation({ envelope, receipt }: Initiation): void {
    const { wire, callerOf } = this.#options.context;
    const caller = callerOf(bareOf(envelope.from));
    const { from, message } = envelope;
    const session = this.session(message.id);
    const rang = session?.phase === 'ringing-in' && session.peer === bareOf(from);
    this.tell(
      { type: 'message', envelope, age: ageOf(envelope, wire.now()), caller },
      { offered: null, receipt: rang ? null : receipt },
    );
    // It rings since the archive told of it: the message itself came later.
    if (rang && receipt !== null && message.action === 'propose') this.#acknowledge(from, receipt);
  }

  #acknowledge(to: string, receipt: string): void {
    this.#watch(this.#options.post.receipt(to, receipt), 'a receipt could not be sent');
  }

  #run(effect: JmiEffect, arrival: Arrival | null): void {
    switch (effect.type) {
      case 'send':
        return this.#send(effect, arrival);
      case 'ring':
        return this.#ring(effect, arrival);
      case 'missed':
        return void this.#invite(effect, 0).close();
      case 'delivered':
        return this.call(effect.id)?.delivered();
      case 'initiate':
        return this.call(effect.id)?.initiate(effect.to);
      case 'take':
        return this.call(effect.id)?.take(arrival?.offered ?? null);
      case 'terminate':
        return this.#watch(this.#options.post.terminate(effect), 'the peer could not be told of the end');
      case 'continue':
        // If theirs rings here, too, it is this one call.
        this.call(effect.to)?.ended('answered_elsewhere');
        return this.call(effect.from)?.continueAs(effect.to);
      case 'ended':
        return this.call(effect.id)?.ended(effect.reason);
      case 'refuse':
        // Said by whoever answers the IQ.
        return;
      default:
        return effect satisfies never;
    }
  }

  #send({ to, message }: Extract<JmiEffect, { type: 'send' }>, arrival: Arrival | null): void {
    const { post } = this.#options;
    const call = this.call(message.id);
    const sent = post.initiation(to, message);
    const receipt = arrival?.receipt;
    if (message.action === 'ringing' && receipt) this.#acknowledge(to, receipt);
    if (message.action === 'propose') {
      sent.then(
        () => call?.sent(),
        (error: unknown) => call?.unsent(error),
      );
    } else if (message.action === 'proceed') sent.catch((error: unknown) => this.call(message.id)?.unsent(error));
    else this.#watch(sent, `${message.action} could not be sent`);
  }

  #ring(effect: Extract<JmiEffect, { type: 'ring' }>, arrival: Arrival | null): void {
    const offered = arrival?.offered ?? null;
    this.#invite(effect, JMI_POLICY.ringWindow, (call) => {
      if (effect.direct && offered) call.hold(offered);
    });
  }

  #invite(
    { id, from, media, age }: Extract<JmiEffect, { type: 'ring' | 'missed' }>,
    lifetime: Millis,
    ready: (call: XmppCall) => void = () => {},
  ): XmppCall {
    const { context, invited } = this.#options;
    const address = bareOf(from);
    const peer = context.peerOf(address);
    const offered: MediaKinds = { audio: media.includes('audio'), video: media.includes('video') };
    // Who calls chooses the session's id; of two callers with the same one each has a call of its own.
    const callId = `${context.accountId} ${address} ${id}`;
    const call = new XmppCall(
      this.#office,
      { id: callId, sid: id, peer, media: { kinds: offered, tracks: SILENCE } },
      'incoming',
    );
    ready(call);
    invited(call, { type: 'invited', callId, peer, offered, age, lifetime });
    return call;
  }

  #watch(sent: Promise<void>, message: string): void {
    sent.catch((error: unknown) => this.#options.platform.log.log('warn', message, harmless(error)));
  }

  #register(call: XmppCall, sid: string): void {
    for (const [old, other] of this.#calls) if (other === call) this.#calls.delete(old);
    this.#calls.set(sid, call);
  }

  #forget(call: XmppCall): void {
    for (const [sid, other] of this.#calls) {
      if (other !== call) continue;
      this.#calls.delete(sid);
      // After what the call has told before. The session may be another call's by then.
      this.#machine.forget(sid, () => this.#calls.has(sid));
    }
  }
}

function isSameProposal(one: Envelope, other: Envelope): boolean {
  return one.message.action === 'propose' && one.message.id === other.message.id && one.from === other.from;
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof WireError && error.problem === 'refused')) throw error;
}
