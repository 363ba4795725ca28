import { request } from '../matrix/api.ts';
import { waitFor } from '../wait.ts';
import type { Participant } from './access-token.ts';

/** A leave that the homeserver has and sends by itself when its time is over (MSC4140). */
export interface DelayedLeave {
  /** What the homeserver calls it. Whoever knows it may put it off or have it sent. */
  readonly id: string;
  /** Milliseconds until it is sent, from when it was last put off. */
  readonly timeout: number;
}

/** How much of its time a leave has left when it is put off again. */
const LEFT = 0.2;

/**
 * Leaves that members have handed over (MSC4195): put off for as long as their member is at the media server, sent when
 * they are gone from there, however they went. One for each member; who never comes is left to the homeserver.
 */
export class DelegatedLeaves {
  readonly #present = new Set<string>();
  readonly #leaves = new Map<string, Delegated>();

  /** In place of what the same member has handed over before. */
  take(member: Participant, leave: DelayedLeave): void {
    const key = keyOf(member);
    const delegated = new Delegated(leave);
    this.#leaves.get(key)?.drop();
    this.#leaves.set(key, delegated);
    if (this.#present.has(key)) delegated.putOff();
  }

  joined(member: Participant): void {
    const key = keyOf(member);
    this.#present.add(key);
    this.#leaves.get(key)?.putOff();
  }

  left(member: Participant): void {
    const key = keyOf(member);
    const delegated = this.#leaves.get(key);
    this.#present.delete(key);
    this.#leaves.delete(key);
    delegated?.send();
  }

  stop(): void {
    for (const delegated of this.#leaves.values()) delegated.drop();
    this.#leaves.clear();
  }
}

class Delegated {
  readonly #leave: DelayedLeave;
  #timer: NodeJS.Timeout | undefined;

  constructor(leave: DelayedLeave) {
    this.#leave = leave;
  }

  /** Now, and again and again until it is sent or dropped. */
  putOff(): void {
    this.drop();
    this.#timer = setTimeout(() => this.putOff(), this.#leave.timeout * (1 - LEFT)).unref();
    this.#tell('restart');
  }

  send(): void {
    this.drop();
    this.#tell('send');
  }

  drop(): void {
    clearTimeout(this.#timer);
  }

  /** Tries for a while: the homeserver may be starting. In the end it sends the leave by itself. */
  #tell(action: 'restart' | 'send'): void {
    const id = encodeURIComponent(this.#leave.id);
    const path = `/_matrix/client/unstable/org.matrix.msc4140/delayed_events/${id}/${action}`;
    const told = async (): Promise<boolean> => {
      await request('POST', path, { body: {} }).catch((error: Error) => {
        // Sent or cancelled already: its member has left by themselves.
        if (!error.message.includes('M_NOT_FOUND')) throw error;
      });
      return true;
    };
    waitFor('the homeserver to take a leave', told, { timeout: 10_000, interval: 1_000 }).catch((error: Error) =>
      console.error(`# token service: ${error.message}`),
    );
  }
}

const keyOf = ({ room, identity }: Participant): string => `${room} ${identity}`;
