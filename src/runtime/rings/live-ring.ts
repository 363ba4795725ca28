import type { CallId, Peer } from '../call/call.ts';
import type { CameraEntityId } from '../media/entity.ts';
import { Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { ProviderCall } from '../providers/provider.ts';
import { Buttons } from './buttons.ts';
import { DoorCall } from './door-call.ts';
import { openDoor } from './door-link.ts';
import { HOME_ACCOUNT } from './home.ts';
import type { RingsOptions } from './options.ts';
import { type Answer, Question } from './question.ts';
import type { AssistRing, ConnectRing, DoorRing } from './ring.ts';
import type { RingView } from './view.ts';

export type CallingRing = AssistRing | DoorRing | ConnectRing;

export interface LiveRingOptions extends Pick<
  RingsOptions,
  'platform' | 'homeAssistant' | 'events' | 'command' | 'onChange' | 'openDoor'
> {
  readonly ring: CallingRing;
  /** Slug of the station that was given the ring. */
  readonly station: string;
  /** Closed when its call has left. */
  readonly scope: Scope;
  /** What accepting a ring without media does. @returns how the ring ends */
  readonly accept: (ring: AssistRing | ConnectRing) => Promise<Answer>;
}

/** A ring that has become a call, until the call has left. */
export class LiveRing {
  readonly ring: CallingRing;
  readonly station: string;
  readonly scope: Scope;
  readonly peer: Peer;
  readonly call: ProviderCall;
  /** Another station talks with this door. */
  readonly taken = new Store(false);
  readonly #buttons: Buttons | null;
  readonly #options: LiveRingOptions;
  #still: string | null = null;

  constructor(options: LiveRingOptions) {
    const { ring, scope, platform, homeAssistant, onChange } = options;
    this.#options = options;
    this.ring = ring;
    this.station = options.station;
    this.scope = scope;
    this.peer = peerOf(ring, homeAssistant);
    this.#buttons = ring.kind === 'door' ? new Buttons(ring, homeAssistant, onChange) : null;
    this.call = this.#call(platform.id());
    if (ring.kind === 'door') void this.#look(ring.camera);
  }

  get id(): string {
    return this.ring.id;
  }

  get callId(): CallId {
    return this.call.id;
  }

  get view(): RingView {
    const { ring, call } = this;
    return {
      id: ring.id,
      kind: ring.kind,
      to: ring.kind === 'connect' ? ring.to : '',
      still: this.#still,
      buttons: this.#buttons?.views ?? [],
      talk: call instanceof DoorCall ? call.talk.value : null,
      away: false,
    };
  }

  /** @returns whether the button's script ran */
  async press(index: number): Promise<boolean> {
    return (await this.#buttons?.press(index)) ?? false;
  }

  #call(id: CallId): ProviderCall {
    const { ring, platform, homeAssistant, events, command, accept, onChange, scope } = this.#options;
    const emit: typeof events.emit = (event) => events.emit(event);
    if (ring.kind !== 'door') return new Question({ id, emit, accept: () => accept(ring) });
    const call = new DoorCall({
      id,
      emit,
      platform,
      camera: { entityId: ring.camera, homeAssistant, platform },
      open: this.#options.openDoor ?? openDoor,
      taken: this.taken,
      mute: () => void command({ type: 'set-media', callId: id, audio: false, by: 'page' }),
    });
    scope.add(call.talk.subscribe(onChange));
    return call;
  }

  /** A picture for the time that the camera needs. Without it, it rings as well. */
  async #look(camera: CameraEntityId): Promise<void> {
    const { homeAssistant, onChange, platform } = this.#options;
    try {
      const { path } = await homeAssistant.request<{ readonly path: string }>({
        type: 'auth/sign_path',
        path: `/api/camera_proxy/${camera}`,
        expires: 300,
      });
      this.#still = homeAssistant.url(path);
      onChange();
    } catch (error) {
      platform.log.log('debug', 'the door has no still picture', error);
    }
  }
}

/** Who calls, as people read it: what the ring says, else what it is about. */
function peerOf(ring: CallingRing, { states }: Pick<RingsOptions['homeAssistant'], 'states'>): Peer {
  const about = ring.kind === 'door' ? ring.camera : ring.id;
  const known = states.value[about]?.attributes['friendly_name'];
  const name = ring.name ?? (ring.kind === 'connect' ? ring.to : typeof known === 'string' ? known : about);
  return { accountId: HOME_ACCOUNT, contactId: about, address: about, name };
}
