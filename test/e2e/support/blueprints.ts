import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { rest } from '../../../demo/home-assistant/api.ts';
import { repository } from '../../../demo/paths.ts';
import { waitFor } from '../../../demo/wait.ts';
import { house } from './house.ts';

const folder = join(repository, 'blueprints/automation/call_assist');

/** A websocket command, as the admin. */
export async function adminCommand<T>(type: string, data: object = {}): Promise<T> {
  return (await (await house()).adminCommand(type, data)) as T;
}

/** A service of Home Assistant, as the admin. */
export async function service(domain: string, name: string, data: object): Promise<void> {
  const { token } = (await house()).stack.endpoints.homeAssistant.admin;
  await rest(`/api/services/${domain}/${name}`, { token, body: data });
}

export interface EntityState {
  readonly state: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export async function entity(id: string): Promise<EntityState> {
  const { token } = (await house()).stack.endpoints.homeAssistant.admin;
  return (await rest(`/api/states/${id}`, { token })) as EntityState;
}

/** Resolves when an entity's state, or one of its attributes, is this. */
export async function entityIs(id: string, wanted: unknown, attribute?: string, timeout = 15_000): Promise<void> {
  let seen: unknown;
  const look = async (): Promise<boolean> => {
    const { state, attributes } = await entity(id);
    seen = attribute === undefined ? state : attributes[attribute];
    return seen === wanted;
  };
  await waitFor(`${id} ${attribute ?? ''} to be ${String(wanted)}`, look, { timeout }).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${String(seen)}`);
  });
}

/**
 * Imports a blueprint by its address and saves it, as Home Assistant's own dialog does.
 * @returns its path among the blueprints
 * @throws with what Home Assistant finds wrong with it
 */
async function importBlueprint(name: string): Promise<string> {
  const server = createServer((_request, response) => response.end(readFileSync(join(folder, `${name}.yaml`))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}.yaml`;
    interface Imported {
      readonly suggested_filename: string;
      readonly raw_data: string;
      readonly validation_errors: readonly string[] | null;
    }
    const imported = await adminCommand<Imported>('blueprint/import', { url });
    if (imported.validation_errors) throw new Error(`${name}: ${imported.validation_errors.join(', ')}`);
    const path = `${imported.suggested_filename}.yaml`;
    const saved = { domain: 'automation', path, yaml: imported.raw_data, source_url: url, allow_override: true };
    await adminCommand('blueprint/save', saved);
    return path;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

export interface Automation {
  readonly entityId: string;
  remove(): Promise<void>;
}

/** Makes an automation from a blueprint, as its form does. Resolves when it runs. */
export async function useBlueprint(name: string, input: Readonly<Record<string, unknown>>): Promise<Automation> {
  const path = await importBlueprint(name);
  const { token } = (await house()).stack.endpoints.homeAssistant.admin;
  const id = `test_${name}`;
  const address = `/api/config/automation/config/${id}`;
  await rest(address, { token, body: { alias: id, use_blueprint: { path, input } } });
  const entityId = `automation.${id}`;
  await entityIs(entityId, 'on');
  return { entityId, remove: async () => void (await rest(address, { token, method: 'DELETE' })) };
}
