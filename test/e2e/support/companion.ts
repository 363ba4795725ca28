import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { rest } from '../../../demo/home-assistant/api.ts';
import { waitFor } from '../../../demo/wait.ts';
import type { Administrator } from './administrator.ts';

/** What Home Assistant pushes to a phone; `data` as the documentation of the Companion app has it. */
export interface Push {
  readonly message: string;
  readonly title?: string;
  readonly data?: {
    readonly tag?: string;
    readonly command?: string;
    readonly actions?: readonly { readonly action: string; readonly title: string }[];
  };
}

/**
 * A phone with the Companion app, as far as Home Assistant's own integration sees it: it registers as the app does, is
 * told by its push address, and what is touched goes to its webhook.
 */
export class CompanionPhone {
  /** Of Home Assistant's registry. */
  readonly deviceId: string;
  readonly #webhook: string;
  readonly #pushes: Push[];
  readonly #stop: () => Promise<void>;

  private constructor(deviceId: string, webhook: string, pushes: Push[], stop: () => Promise<void>) {
    this.deviceId = deviceId;
    this.#webhook = webhook;
    this.#pushes = pushes;
    this.#stop = stop;
  }

  static async register(name: string, admin: Administrator): Promise<CompanionPhone> {
    const pushes: Push[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        pushes.push(JSON.parse(body) as Push);
        response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const id = `phone-${name.toLowerCase().replaceAll(' ', '-')}`;
    const body = {
      device_id: id,
      app_id: 'io.homeassistant.companion.android',
      app_name: 'Home Assistant',
      app_version: '2026.11.1',
      device_name: name,
      manufacturer: 'Maker',
      model: 'Phone',
      os_name: 'Android',
      os_version: '16',
      supports_encryption: false,
      app_data: { push_token: `token-of-${id}`, push_url: `http://127.0.0.1:${port}/push` },
    };
    const { webhook_id } = (await rest('/api/mobile_app/registrations', { token: admin.token, body })) as {
      webhook_id: string;
    };
    type Device = { readonly id: string; readonly identifiers: readonly (readonly string[])[] };
    const registered = async (): Promise<string | undefined> =>
      (await admin.command<readonly Device[]>('config/device_registry/list')).find(({ identifiers }) =>
        identifiers.some(([domain, value]) => domain === 'mobile_app' && value === id),
      )?.id;
    const device = await waitFor(`${name} in the registry`, registered, { timeout: 10_000 });
    return new CompanionPhone(
      device,
      webhook_id,
      pushes,
      () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
    );
  }

  /** The first push since the last one that was asked for that is meant; those before it are forgotten. */
  async told(what: string, isMeant: (push: Push) => boolean, timeout = 10_000): Promise<Push> {
    const find = async (): Promise<Push | undefined> => {
      const index = this.#pushes.findIndex(isMeant);
      return index < 0 ? undefined : this.#pushes.splice(0, index + 1).at(-1);
    };
    return waitFor(`the phone to be told ${what}`, find, { timeout }).catch((error: Error) => {
      throw new Error(`${error.message}; it was told ${JSON.stringify(this.#pushes)}`);
    });
  }

  /** Forgets what it was told. @returns all of it */
  forget(): readonly Push[] {
    return this.#pushes.splice(0);
  }

  /** Somebody touches a button of a notice. */
  async touch(action: string): Promise<void> {
    const data = { event_type: 'mobile_app_notification_action', event_data: { action } };
    await rest(`/api/webhook/${this.#webhook}`, { body: { type: 'fire_event', data } });
  }

  async close(): Promise<void> {
    await this.#stop();
  }
}
