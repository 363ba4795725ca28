import type { CallId } from '../call/call.ts';
import { isLive } from '../call/find.ts';
import type { CallMedia } from '../media/media.ts';
import type { Scope } from '../platform/scope.ts';
import { createDoorMedia } from './door-media.ts';
import { openDoor } from './door-link.ts';
import type { RingsOptions } from './options.ts';
import type { DoorRing } from './ring.ts';
import type { RingView } from './view.ts';

type Options = Pick<RingsOptions, 'platform' | 'homeAssistant' | 'state' | 'command' | 'media' | 'openDoor'>;

/** Doors that call a contact because nobody answered at home. */
export class Forwards {
  readonly #options: Options;
  readonly #doors = new Map<CallId, { readonly ring: DoorRing; readonly name: string }>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Those whose contact has not answered yet. */
  get waiting(): readonly { readonly id: string; readonly name: string; readonly callId: CallId }[] {
    const calls = this.#options.state.value.calls.filter(({ phase }) => phase === 'dialing' || phase === 'ringing-out');
    return calls.flatMap(({ id: callId }) => {
      const door = this.#doors.get(callId);
      return door ? [{ id: door.ring.id, name: door.name, callId }] : [];
    });
  }

  /** Calls the contact with the door's picture and sound. @param name the door's @param station where it rang */
  async dial(ring: DoorRing, name: string, to: string, station: string): Promise<void> {
    const callId = this.#options.platform.id();
    this.#doors.set(callId, { ring, name });
    const { ok } = await this.#options.command({
      type: 'dial',
      callId,
      station,
      to: { text: to },
      video: true,
      by: 'helper',
    });
    // Why it did not work is in the last result.
    if (!ok) this.#doors.delete(callId);
  }

  /** The media of a call that a door makes; null: it is none. */
  mediaFor(callId: CallId, scope: Scope): CallMedia | null {
    const door = this.#doors.get(callId);
    if (!door) return null;
    const { homeAssistant, platform, media } = this.#options;
    return createDoorMedia({
      scope,
      camera: { entityId: door.ring.camera, homeAssistant, platform },
      open: this.#options.openDoor ?? openDoor,
      remote: () => media(callId)?.remote ?? null,
      onError: (message, error) => platform.log.log('warn', message, error),
    });
  }

  view(callId: CallId): RingView | null {
    const door = this.#doors.get(callId);
    if (!door) return null;
    return { id: door.ring.id, kind: 'door', to: '', still: null, buttons: [], talk: null, away: true };
  }

  /** The calls have changed: forgets those that have left. */
  follow(): void {
    const { calls } = this.#options.state.value;
    for (const callId of this.#doors.keys()) {
      const call = calls.find(({ id }) => id === callId);
      if (call && !isLive(call)) this.#doors.delete(callId);
    }
  }
}
