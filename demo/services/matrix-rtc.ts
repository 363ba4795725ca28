import { startTokenService, tokenServiceUrl, type TokenService } from '../matrix-rtc/token-service.ts';
import { matrixRtcPorts, requireFreePorts } from '../ports.ts';
import { stopAll, type Context, type Service } from '../processes.ts';
import { provisionLivekit } from '../provision/livekit.ts';
import { startLivekit, type Livekit } from './livekit.ts';
import type { Synapse } from './synapse.ts';

/** What MatrixRTC calls need beside a homeserver. */
export interface MatrixRtc extends Service {
  readonly livekit: Livekit;
  readonly tokens: TokenService;
  /** The house without MatrixRTC again: nothing of it runs, and the homeserver says that it has none. */
  end(): Promise<void>;
}

/** Installs what is missing, starts media server and token service, and has the homeserver tell its clients of them. */
export async function startMatrixRtc(
  context: Context,
  synapse: Synapse,
  print: (line: string) => void,
): Promise<MatrixRtc> {
  await requireFreePorts(matrixRtcPorts);
  await provisionLivekit(print, context.signal);
  const parts: Service[] = [];
  const stop = () => stopAll(parts, print);
  try {
    const tokens = await startTokenService();
    parts.push(tokens);
    const livekit = await startLivekit(context);
    parts.push(livekit);
    await synapse.restart(tokenServiceUrl);
    return {
      name: 'MatrixRTC',
      livekit,
      tokens,
      stop,
      async end() {
        await stop();
        await synapse.restart(null);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
