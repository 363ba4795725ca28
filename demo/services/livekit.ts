import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ports } from '../ports.ts';
import { startProcess, type Context, type Program, type Service } from '../processes.ts';
import { livekit } from '../provision/livekit.ts';
import { answers } from '../wait.ts';

/** Where clients find the media server, and with what the token service signs for it. */
export const sfu = {
  url: `ws://127.0.0.1:${ports.livekit}`,
  key: 'token-service',
  secret: 'a-secret-of-the-token-service-and-the-media-server',
} as const;

export interface Livekit extends Service {
  /** Stops it and starts it again; who was in a room has to come back. */
  restart(): Promise<void>;
  /** For so many milliseconds nothing passes, and nobody is told. Resolves when that is over. */
  hold(milliseconds: number): Promise<void>;
}

/** The media server of MatrixRTC calls. `provisionLivekit` must have run. */
export async function startLivekit(context: Context): Promise<Livekit> {
  const folder = join(context.state, 'livekit');
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'livekit.yaml');
  writeFileSync(configFile, configuration);
  let running = await run(context, configFile);
  return {
    name: 'LiveKit',
    stop: () => running.stop(),
    async restart() {
      await running.stop();
      running = await run(context, configFile);
    },
    async hold(milliseconds) {
      running.signal('SIGSTOP');
      await sleep(milliseconds, undefined, { signal: context.signal }).catch(() => {}); // aborted: it is over
      running.signal('SIGCONT');
    },
  };
}

const run = (context: Context, configFile: string): Promise<Program> =>
  startProcess(context, {
    name: 'LiveKit',
    command: join(livekit.folder, 'livekit-server'),
    args: ['--config', configFile],
    ready: () => answers(`http://127.0.0.1:${ports.livekit}/`),
    // It would wait for everybody to leave.
    stopTimeout: 500,
  });

/** Everything on loopback, which it would not offer by itself. */
const configuration = `
port: ${ports.livekit}
bind_addresses: [127.0.0.1]
rtc:
  udp_port: ${ports.livekitTcp + 1}
  tcp_port: ${ports.livekitTcp}
  node_ip: 127.0.0.1
  use_external_ip: false
  enable_loopback_candidate: true
  interfaces: { includes: [lo] }
  ips: { includes: [127.0.0.1/32] }
  stun_servers: []
keys: { ${sfu.key}: ${sfu.secret} }
webhook: { api_key: ${sfu.key}, urls: ['http://127.0.0.1:${ports.rtcTokens}/sfu_webhook'] }
logging: { level: info }
`;
