import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ports } from '../ports.ts';
import { startProcess, type Context, type Service } from '../processes.ts';
import { go2rtc } from '../provision/go2rtc.ts';
import { answers } from '../wait.ts';

/** A go2rtc of the house's own, which browsers and players reach: calls are streamed by it. */
export interface DisplayServer extends Service {
  readonly url: string;
  /** The names of the streams it has. */
  streams(): Promise<readonly string[]>;
  /** Its configuration, which it can write by itself. */
  configuration(): string;
  /** It is switched off. */
  offline(): Promise<void>;
  online(): Promise<void>;
}

const displayServerUrl = `http://127.0.0.1:${ports.displayServer}`;

/** What somebody has to write to let the page of another origin ask: `origin`. Without it a browser refuses. */
const configuration = `
api: { listen: "127.0.0.1:${ports.displayServer}", origin: "*" }
rtsp: { listen: "" }
srtp: { listen: "" }
webrtc:
  listen: "127.0.0.1:${ports.displayServerWebRtc}"
  ice_servers: []
  filters: { loopback: true }
`;

export async function startDisplayServer(context: Context): Promise<DisplayServer> {
  const folder = join(context.state, 'display-server');
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'go2rtc.yaml');
  writeFileSync(configFile, configuration);
  const run = () =>
    startProcess(context, {
      name: 'display server',
      command: join(go2rtc.folder, 'go2rtc'),
      args: ['-config', configFile],
      ready: () => answers(`${displayServerUrl}/api`),
    });
  let running = await run();
  return {
    name: 'display server',
    url: displayServerUrl,
    async streams() {
      const response = await fetch(`${displayServerUrl}/api/streams`, { signal: AbortSignal.timeout(2_000) });
      return Object.keys((await response.json()) as object);
    },
    configuration: () => readFileSync(configFile, 'utf8'),
    offline: () => running.stop(),
    async online() {
      running = await run();
    },
    stop: () => running.stop(),
  };
}
