import { clientWire } from './client-wire.ts';
import { TYPES, VERSION, text } from './contents.ts';
import { listen } from './listen.ts';
import { Registry } from './registry.ts';
import { silenceCalls } from './sdk-internals.ts';
import type { CallsContext, MatrixCalls } from './types.ts';

export type { CallsContext, MatrixCalls } from './types.ts';

/** How long closing waits for a hangup that is on its way. */
const LAST_WORDS = 3_000;

/** Legacy calls of a signed-in account; see {@link CallsContext} for when to create them. */
export function createCalls(context: CallsContext): MatrixCalls {
  const { client, account, io, scope } = context;
  const log = io.platform.log.child('matrix calls');
  silenceCalls(client);
  const wire = clientWire(client, io.platform, (roomId) => context.isEncrypted(roomId));
  const registry = new Registry({
    ...context,
    ...io,
    wire,
    accountId: account.id,
    platform: { ...io.platform, log },
    relayOnly: account.settings['forceTURN'] === true,
  });
  const stop = listen(
    client,
    (batch) => registry.receive(batch),
    (message, error) => log.log('warn', message, error),
  );

  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    stop();
    await registry.close();
    await Promise.race([wire.idle(), new Promise<void>((resolve) => io.platform.clock.after(LAST_WORDS, resolve))]);
  };
  const calls: MatrixCalls = {
    dial: (callId, peer, media) => registry.dial(callId, peer, media),
    async abandon({ roomId, matrixCallId, version }) {
      const [room, call] = [text(roomId), text(matrixCallId)];
      // Nothing had been sent yet.
      if (room === null || call === null) return;
      const content = { call_id: call, party_id: wire.partyId, version: version ?? VERSION, reason: 'user_hangup' };
      await wire.send(room, TYPES.hangup, content, 'patient');
    },
    iceServers: () => wire.iceServers(),
    pageClosing: () => registry.pageClosing(),
    get live() {
      return registry.live;
    },
    close: () => (closing ??= close()),
  };
  scope.add(() => calls.close());
  return calls;
}
