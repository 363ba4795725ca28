import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ports } from '../ports.ts';
import { startProcess, type Context, type Service } from '../processes.ts';
import { go2rtc } from '../provision/go2rtc.ts';
import { answers } from '../wait.ts';
import { loudspeakerUrl } from './loudspeaker.ts';

export interface Camera {
  readonly entityId: string;
  readonly name: string;
  readonly url: string;
  readonly size: string;
  readonly framesPerSecond: number;
  /** Where its loudspeaker is; undefined: it has none. */
  readonly loudspeaker?: string;
}

const camera = (key: string, name: string, size: string, framesPerSecond: number): Camera => ({
  entityId: `camera.${key}`,
  name,
  url: `rtsp://127.0.0.1:${ports.camerasRtsp}/${key}`,
  size,
  framesPerSecond,
});

/** One that can be spoken through; its RTSP server offers that only to those who ask for it. */
const door = (...given: Parameters<typeof camera>): Camera => {
  const plain = camera(...given);
  return { ...plain, url: `${plain.url}?backchannel=1`, loudspeaker: loudspeakerUrl };
};

/** The cameras of the house. Each carries its name, a clock, and a strip with the time in milliseconds. */
export const cameras: readonly Camera[] = [
  camera('front_door', 'Front Door', '1280x720', 25),
  camera('garden', 'Garden', '640x360', 15),
  door('doorbell', 'Doorbell', '640x360', 15),
];

/**
 * A go2rtc in the part of the camera devices: RTSP servers that film only while somebody watches. It is not
 * the one that Home Assistant uses, because that one's API must not show sources without an address.
 */
export async function startCameras(context: Context): Promise<Service> {
  const folder = join(context.state, 'cameras');
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'go2rtc.yaml');
  writeFileSync(configFile, configuration);
  return startProcess(context, {
    name: 'cameras',
    command: join(go2rtc.folder, 'go2rtc'),
    args: ['-config', configFile],
    ready: () => answers(`http://127.0.0.1:${ports.cameras}/api`),
  });
}

const film = join(import.meta.dirname, 'film.sh');

const configuration = `
api: { listen: "127.0.0.1:${ports.cameras}" }
rtsp: { listen: "127.0.0.1:${ports.camerasRtsp}" }
webrtc: { listen: "" }
srtp: { listen: "" }
streams:
${cameras
  .map(({ entityId, size, framesPerSecond, loudspeaker }) => {
    const key = entityId.split('.').at(-1);
    const picture = `exec:${film} {output} ${size} ${framesPerSecond} ${key}#killsignal=15#killtimeout=2`;
    return `  ${key}: ${JSON.stringify(loudspeaker ? [picture, loudspeaker] : [picture])}`;
  })
  .join('\n')}
`;
