import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ports } from '../ports.ts';
import { startProcess, type Context, type Service } from '../processes.ts';
import { go2rtc } from '../provision/go2rtc.ts';
import { answers } from '../wait.ts';

export const go2rtcUrl = `http://127.0.0.1:${ports.go2rtc}`;

/** The go2rtc through which Home Assistant answers WebRTC offers for its cameras. */
export async function startGo2rtc(context: Context): Promise<Service> {
  const folder = join(context.state, 'go2rtc');
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'go2rtc.yaml');
  writeFileSync(configFile, configuration);
  return startProcess(context, {
    name: 'go2rtc',
    command: join(go2rtc.folder, 'go2rtc'),
    args: ['-config', configFile],
    ready: () => answers(`${go2rtcUrl}/api`),
  });
}

const configuration = `
api: { listen: "127.0.0.1:${ports.go2rtc}", origin: "*" }
rtsp: { listen: "127.0.0.1:${ports.go2rtcRtsp}" }
srtp: { listen: "" }
webrtc:
  listen: "127.0.0.1:${ports.go2rtcWebRtc}"
  ice_servers: []
  filters: { loopback: true }
`;
