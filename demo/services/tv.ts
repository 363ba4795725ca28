import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { caFileIn, makeCertificates } from '../certificates.ts';
import { rest } from '../home-assistant/api.ts';
import { ports } from '../ports.ts';
import type { Context, Service } from '../processes.ts';
import { CastDevice, type LaunchApp } from '../tv/cast-device.ts';
import { CastServer } from '../tv/cast-server.ts';
import { HOME_ASSISTANT_APP, HomeAssistantApp } from '../tv/home-assistant-app.ts';
import { listenHttps, secureNames } from '../tv/https.ts';
import { tvDevice } from '../tv/identity.ts';
import { MEDIA_APP, MediaApp } from '../tv/media-app.ts';
import { servePages } from '../tv/pages.ts';
import { Screen, type ScreenOptions } from '../tv/screen.ts';
import { waitFor } from '../wait.ts';
import { debuggingUrl } from './chromium.ts';

/** The TV of the living room: a cast device whose picture is a browser that runs while an app does. */
export interface Tv extends Service {
  readonly entityId: string;
  /** Remote debugging of its browser; answers while an app runs. */
  readonly cdp: string;
  /** What it shows; undefined while it is dark. */
  readonly page: Page | undefined;
  /** The cast id of the app that runs. */
  readonly appId: string | undefined;
  readonly volume: { readonly level: number; readonly muted: boolean };
  /** The plug is pulled: dark, and nobody reaches it. */
  offline(): Promise<void>;
  /** The plug is in again; Home Assistant finds it by itself, after some seconds. */
  online(): Promise<void>;
  /** Its page loads anew, as one that ran out of memory. */
  reload(): Promise<void>;
}

export type TvOptions = Pick<ScreenOptions, 'screen' | 'print'>;

/** Resolves when Home Assistant has found it. */
export async function tvIsFound(token: string, signal: AbortSignal): Promise<void> {
  const { entityId } = tvDevice;
  const isThere = async () => {
    const { state } = (await rest(`/api/states/${entityId}`, { token })) as { state: string };
    return state !== 'unavailable';
  };
  await waitFor(`Home Assistant to find ${entityId}`, isThere, { timeout: 60_000, interval: 100, signal });
}

/** Switches the TV on, with HTTPS before Home Assistant, which it needs. To be started before Home Assistant looks for it. */
export async function startTv(context: Context, { screen: where, print }: TvOptions): Promise<Tv> {
  const folder = join(context.state, 'tv-certificates');
  await makeCertificates(folder, secureNames);
  const [name] = secureNames;
  const ca = readFileSync(caFileIn(folder));
  const tls = {
    key: readFileSync(join(folder, `${name}.key`)),
    cert: Buffer.concat([readFileSync(join(folder, `${name}.crt`)), ca]),
  };
  const screen = new Screen(context, { screen: where, ca, print });
  const device = new CastDevice(
    new Map<string, LaunchApp>([
      [HOME_ASSISTANT_APP, (app) => new HomeAssistantApp(app, screen)],
      [MEDIA_APP, (app) => new MediaApp(app, screen)],
    ]),
  );
  const server = new CastServer({ ...tvDevice, tls, device, serve: servePages() });
  const https = await listenHttps(tls);
  const offline = async () => {
    await server.close();
    await device.quit();
  };
  const stop = async () => {
    await offline();
    https.closeAllConnections();
    await new Promise<void>((resolve) => https.close(() => resolve()));
  };
  try {
    await server.listen();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name: 'TV',
    entityId: tvDevice.entityId,
    cdp: debuggingUrl(ports.tvDebugging),
    get page() {
      return screen.page;
    },
    get appId() {
      return device.appId;
    },
    get volume() {
      return device.volume;
    },
    offline,
    online: () => server.listen(),
    async reload() {
      await screen.page?.reload({ waitUntil: 'commit' });
    },
    stop,
  };
}
