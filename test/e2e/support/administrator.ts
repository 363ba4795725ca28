import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openConnection, rest } from '../../../demo/home-assistant/api.ts';
import { repository } from '../../../demo/paths.ts';
import type { Stack } from '../../../demo/stack.ts';
import { waitFor } from '../../../demo/wait.ts';

export interface EntityState {
  readonly state: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface Automation {
  readonly id: string;
  readonly entityId: string;
  remove(): Promise<void>;
}

const blueprints = join(repository, 'blueprints/automation/call_assist');

/** Home Assistant as the one who runs the house sees it. */
export class Administrator {
  readonly token: string;

  constructor({ endpoints }: Pick<Stack, 'endpoints'>) {
    this.token = endpoints.homeAssistant.admin.token;
  }

  /** A command of the websocket. */
  async command<T>(type: string, data: object = {}): Promise<T> {
    const connection = await openConnection(this.token);
    try {
      return await connection.call<T>(type, data);
    } finally {
      connection.close();
    }
  }

  async service(domain: string, name: string, data: object): Promise<void> {
    await rest(`/api/services/${domain}/${name}`, { token: this.token, body: data });
  }

  async entity(id: string): Promise<EntityState> {
    return (await rest(`/api/states/${id}`, { token: this.token })) as EntityState;
  }

  /** Does something while the kiosk's user may look at everything and do nothing. */
  async whileKioskMayOnlyRead(work: () => Promise<void>): Promise<void> {
    const users = await this.command<readonly { id: string; name: string }[]>('config/auth/list');
    const { id } = users.find(({ name }) => name === 'Kiosk')!;
    const belongsTo = (group: string) => this.command('config/auth/update', { user_id: id, group_ids: [group] });
    await belongsTo('system-read-only');
    try {
      await work();
    } finally {
      await belongsTo('system-users');
    }
  }

  /** Resolves when an entity's state, or one of its attributes, is this. */
  async entityIs(id: string, wanted: unknown, attribute?: string, timeout = 15_000): Promise<void> {
    let seen: unknown;
    const look = async (): Promise<boolean> => {
      const { state, attributes } = await this.entity(id);
      seen = attribute === undefined ? state : attributes[attribute];
      return seen === wanted;
    };
    await waitFor(`${id} ${attribute ?? ''} to be «${String(wanted)}»`, look, { timeout }).catch((error: Error) => {
      throw new Error(`${error.message}; it is «${String(seen)}»`);
    });
  }

  /** Makes an automation from a blueprint of this project, as its form does. Resolves when it runs. */
  async useBlueprint(name: string, input: Readonly<Record<string, unknown>>, alias = name): Promise<Automation> {
    const path = await this.#importBlueprint(name);
    const { token } = this;
    const id = `test_${name}`;
    const address = `/api/config/automation/config/${id}`;
    await rest(address, { token, body: { alias, use_blueprint: { path, input } } });
    const find = async (): Promise<string | undefined> =>
      (await this.command<readonly (EntityState & { readonly entity_id: string })[]>('get_states')).find(
        ({ entity_id, state, attributes }) =>
          entity_id.startsWith('automation.') && attributes['id'] === id && state === 'on',
      )?.entity_id;
    const entityId = await waitFor(`the automation ${name} to run`, find, { timeout: 10_000 });
    return { id, entityId, remove: async () => void (await rest(address, { token, method: 'DELETE' })) };
  }

  /**
   * Imports a blueprint by its address and saves it, as Home Assistant's own dialog does.
   * @returns its path among the blueprints
   * @throws with what Home Assistant finds wrong with it
   */
  async #importBlueprint(name: string): Promise<string> {
    const server = createServer((_request, response) => response.end(readFileSync(join(blueprints, `${name}.yaml`))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}.yaml`;
      interface Imported {
        readonly suggested_filename: string;
        readonly raw_data: string;
        readonly validation_errors: readonly string[] | null;
      }
      const imported = await this.command<Imported>('blueprint/import', { url });
      if (imported.validation_errors) throw new Error(`${name}: ${imported.validation_errors.join(', ')}`);
      const path = `${imported.suggested_filename}.yaml`;
      const saved = { domain: 'automation', path, yaml: imported.raw_data, source_url: url, allow_override: true };
      await this.command('blueprint/save', saved);
      return path;
    } finally {
      server.close();
      server.closeAllConnections();
    }
  }
}
