import type { CallId, MediaKinds, Millis, Peer } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { OutgoingMedia, ProviderIO } from '../../provider.ts';
import { MatrixCall } from './call.ts';
import { type Content, type Identity, TYPES, identity, invite, lifetime, text } from './contents.ts';
import type { Invitation } from './invitation.ts';
import { CallKeeper, type Direction } from './keeper.ts';
import { Memory } from '../../rtc/memory.ts';
import type { Office } from './office.ts';
import type { Signal, Wire } from './wire.ts';

/** Missed calls older than this were told by an earlier page, or are of no interest any more. */
const TOLD_WITHIN: Millis = 24 * 60 * 60_000;

export interface RegistryOptions {
  readonly wire: Wire;
  readonly accountId: string;
  readonly platform: Platform;
  readonly invited: ProviderIO['invited'];
  readonly emit: ProviderIO['emit'];
  readonly roomFor: (peer: Peer) => Promise<string>;
  peerOf(userId: string, roomId: string): Peer;
  readonly relayOnly: boolean;
}

/** `call_id`s are the callers' to choose: within a room they name one call, elsewhere another. */
const keyOf = (roomId: string, callId: string): string => `${roomId} ${callId}`;

/** Whether somebody says that a call is answered or over. */
const settles = ({ type }: Signal): boolean => type === TYPES.answer || type === TYPES.reject || type === TYPES.hangup;

/** The calls of an account: what comes in finds its call, rings, or is forgotten. */
export class Registry extends CallKeeper<MatrixCall> {
  readonly #options: RegistryOptions;
  readonly #office: Office<MatrixCall>;
  readonly #calls = new Map<string, MatrixCall>();
  /** By whom a call that is not (or no longer) here was answered or ended. */
  readonly #settled = new Memory<Set<string>>(1_000);
  /** Candidates that came before their invitation, whose room key may be late. */
  readonly #early = new Memory<Signal[]>(50);

  constructor(options: RegistryOptions) {
    super();
    this.#options = options;
    const { wire, platform, roomFor, emit, relayOnly } = options;
    this.#office = {
      wire,
      platform,
      roomFor,
      emit,
      configuration: async () => ({
        iceServers: [...(await wire.iceServers())],
        ...(relayOnly ? { iceTransportPolicy: 'relay' } : {}),
      }),
      register: (call) => this.#register(call),
      forget: (call) => this.#forget(call),
    };
  }

  protected override make(id: CallId, peer: Peer, media: OutgoingMedia, direction: Direction): MatrixCall {
    return new MatrixCall(this.#office, id, peer, media, direction);
  }

  /** What one sync brought, in its order. An invitation that the same sync ends never rings. */
  receive(batch: readonly Signal[]): void {
    const known = batch.flatMap((signal) => {
      const from = identity(signal.content);
      return from ? [{ signal, from, key: keyOf(signal.roomId, from.callId) }] : [];
    });
    for (const { signal, key } of known) if (!this.#calls.has(key)) this.#settle(signal, key);
    for (const { signal, from, key } of known) {
      try {
        this.#receive(signal, from, key);
      } catch (error) {
        this.#options.platform.log.log('error', 'a call message could not be handled', error);
      }
    }
  }

  #receive(signal: Signal, from: Identity, key: string): void {
    const { wire } = this.#options;
    const call = this.#calls.get(key);
    if (signal.sender === wire.userId) {
      // Another device of ours. Our own messages come back, too: they are of calls that do not ring any more.
      if (call?.ringing && settles(signal) && from.partyId !== wire.partyId) call.elsewhere();
    } else if (call) {
      if (signal.sender === call.peer.address) call.receive(signal, from);
    } else if (signal.type === TYPES.invite) {
      this.#invited(signal, from, key);
    } else if (signal.type === TYPES.candidates && !this.#settled.get(key)) {
      const early = this.#early.get(key) ?? [];
      if (early.length < 20) this.#early.set(key, [...early, signal]);
    }
  }

  #invited(signal: Signal, from: Identity, key: string): void {
    const { wire, accountId, peerOf, invited } = this.#options;
    const settled = this.#settled.get(key);
    if (settled?.has(signal.sender) || settled?.has(wire.userId) || !this.#forUs(signal)) return;
    const invitation: Invitation = { signal, from, invite: invite(signal.content) };
    const age = signal.age();
    const limit = lifetime(signal.content);
    if (age > TOLD_WITHIN) return;
    if (age < limit && invitation.invite && this.#collides(invitation, key)) return;

    const id = `${accountId} ${key}`;
    const peer = peerOf(signal.sender, signal.roomId);
    const offered: MediaKinds = invitation.invite?.offered ?? { audio: true, video: false };
    const call = this.admit(id, peer, offered);
    call.ring(invitation);
    this.#catchUp(call, invitation, key);
    invited(call, { type: 'invited', callId: id, peer, offered, age, lifetime: limit });
    if (age >= limit) void call.close();
    else if (!invitation.invite) call.refuse();
  }

  /** In a room of more than two an invitation without `invitee` is a call to nobody in particular. */
  #forUs({ content, roomId }: Signal): boolean {
    const people = this.#options.wire.people(roomId);
    if (people === null) return false;
    const invitee = content['invitee'];
    return invitee === undefined || invitee === null ? people <= 2 : text(invitee) === this.#options.wire.userId;
  }

  /**
   * We call them while they call us. MSC2746: the call with the lesser id goes on; if ours was not sent yet, theirs.
   * @returns whether that is so; then there is nothing to ring for.
   */
  #collides(invitation: Invitation, key: string): boolean {
    const { signal, from } = invitation;
    for (const call of this.all) {
      if (!call.unanswered || call.peer.address !== signal.sender) continue;
      const { link } = call;
      if (link && link.roomId !== signal.roomId) continue;
      if (link?.announced && link.callId < from.callId) {
        this.#settled.set(key, new Set([signal.sender]));
        const content: Content = {
          version: '1',
          call_id: from.callId,
          party_id: this.#options.wire.partyId,
          reason: 'replaced',
        };
        this.#options.wire
          .send(signal.roomId, TYPES.hangup, content, 'patient')
          .catch((error: unknown) =>
            this.#options.platform.log.log('warn', 'a colliding call could not be ended', error),
          );
      } else {
        call.adopt(invitation);
        this.#catchUp(call, invitation, key);
      }
      return true;
    }
    return false;
  }

  /** What came before the invitation that the call has now. */
  #catchUp(call: MatrixCall, { signal, from }: Invitation, key: string): void {
    for (const early of this.#early.take(key) ?? [])
      if (early.sender === signal.sender) call.receive(early, identity(early.content) ?? from);
  }

  #settle(signal: Signal, key: string): void {
    if (settles(signal)) this.#settled.set(key, new Set([...(this.#settled.get(key) ?? []), signal.sender]));
  }

  #register(call: MatrixCall): void {
    this.#release(call);
    if (call.link) this.#calls.set(keyOf(call.link.roomId, call.link.callId), call);
  }

  #forget(call: MatrixCall): void {
    this.all.delete(call);
    this.#release(call);
  }

  /** No message about its former link does anything any more. */
  #release(call: MatrixCall): void {
    for (const [key, other] of this.#calls) {
      if (other !== call) continue;
      this.#calls.delete(key);
      this.#settled.set(key, new Set([call.peer.address, this.#options.wire.userId]));
    }
  }
}
