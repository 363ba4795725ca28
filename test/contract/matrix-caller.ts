import { watchConnections, countOpenConnections } from '../../demo/person/connections.ts';
import { ClientEvent, SyncState, createClient } from 'matrix-js-sdk/lib/matrix.js';
import { CallEvent, type CallState, type MatrixCall, createNewMatrixCall } from 'matrix-js-sdk/lib/webrtc/call.js';
import { CallEventHandlerEvent } from 'matrix-js-sdk/lib/webrtc/callEventHandler.js';

export interface CallerOptions {
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
}

/** A stock matrix-js-sdk client that names its invitee, so that its own handling of two calls at once works. */
class Caller {
  readonly states: string[] = [];
  #start: Promise<ReturnType<typeof createClient>> | null = null;

  ready(options: CallerOptions): Promise<void> {
    this.#start = this.#signIn(options);
    return this.#start.then(() => {});
  }

  /** @param callId decides which of two calls goes on. */
  async call(roomId: string, invitee: string, callId: string): Promise<void> {
    const client = await this.#start!;
    const call = createNewMatrixCall(client, roomId, { invitee })!;
    call.callId = callId;
    this.#watch(call);
    client.on(CallEventHandlerEvent.Incoming, (incoming) => this.#watch(incoming));
    await call.placeVideoCall();
  }

  connections(): number {
    return countOpenConnections();
  }

  #watch(call: MatrixCall): void {
    const note = (state: string): void => void this.states.push(`${call.callId} ${state}`);
    call.on(CallEvent.State, (state: CallState) => note(state));
    call.on(CallEvent.Error, (error) => note(`error ${error.message}`));
    call.on(CallEvent.Replaced, (next) => this.#watch(next));
  }

  async #signIn({ baseUrl, user, password }: CallerOptions): Promise<ReturnType<typeof createClient>> {
    const identifier = { type: 'm.id.user', user };
    const login = await createClient({ baseUrl }).loginRequest({ type: 'm.login.password', identifier, password });
    const { user_id: userId, access_token: accessToken, device_id: deviceId } = login;
    const client = createClient({ baseUrl, userId, accessToken, deviceId });
    const prepared = new Promise<void>((resolve) =>
      client.on(ClientEvent.Sync, (state) => (state === SyncState.Prepared ? resolve() : undefined)),
    );
    await client.startClient({ initialSyncLimit: 1 });
    await prepared;
    return client;
  }
}

// The browser's own fake camera: the SDK clones what it was given, and stops the first.
watchConnections();
Object.assign(globalThis, { person: new Caller() });
export type { Caller };
