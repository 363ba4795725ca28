import {
  HomeAssistantError,
  type EntityStates,
  type HomeAssistant,
} from '../../../src/runtime/home-assistant/home-assistant.ts';
import { Store } from '../../../src/runtime/platform/readable.ts';

type Message = { readonly type: string } & Readonly<Record<string, unknown>>;
interface Entry {
  entity_id: string;
  platform: string;
  unique_id: string;
  name: string | null;
  area_id: string | null;
  device_id: string | null;
  labels: readonly string[];
  disabled_by: string | null;
}

/** Home Assistant as its admins see it: collections of helpers, and the registry of entities. */
export class FakeAdmin implements HomeAssistant {
  readonly states = new Store<EntityStates>({});
  readonly connected = new Store(true);
  readonly user = Promise.resolve({ id: 'admin', name: 'Admin', isAdmin: true });
  isAdmin = true;
  readonly registry: Entry[] = [];
  /** Helpers that were made, by domain and id. */
  readonly items = new Map<string, Message>();
  /** Every command that changes something. */
  readonly sent: Message[] = [];
  readonly missingDomains = new Set<string>();
  /** Areas, devices and labels, as their registries list them. */
  readonly areas: object[] = [];
  readonly devices: object[] = [];
  readonly labels: { label_id: string; name: string }[] = [];
  /** Entity ids that Home Assistant remembers of deleted entities, by unique id. */
  readonly remembered = new Map<string, string>();

  add(
    platform: string,
    uniqueId: string,
    entityId = `${platform}.${uniqueId}`,
    disabledBy: string | null = null,
  ): void {
    this.registry.push({
      entity_id: entityId,
      platform,
      unique_id: uniqueId,
      name: null,
      area_id: null,
      device_id: null,
      labels: [],
      disabled_by: disabledBy,
    });
  }

  async request<T>(message: Message): Promise<T> {
    await Promise.resolve();
    if (!this.connected.value) throw new HomeAssistantError('connection_lost', 'down');
    return this.#answer(message) as T;
  }

  #answer(message: Message): unknown {
    const { type } = message;
    if (type === 'auth/current_user') return { is_admin: this.isAdmin };
    if (type === 'config/entity_registry/list') return this.registry.map((entry) => ({ ...entry }));
    if (type === 'config/entity_registry/get') return { ...this.#entry(message['entity_id']) };
    if (type === 'config/area_registry/list') return this.areas;
    if (type === 'config/device_registry/list') return this.devices;
    if (type === 'config/label_registry/list') return this.labels;
    if (type.endsWith('/list')) return this.#list(type.replace('/list', ''));
    this.sent.push(message);
    if (!this.isAdmin) throw new HomeAssistantError('unauthorized', 'Unauthorized');
    if (type === 'config/entity_registry/update') return this.#update(message);
    if (type === 'config/label_registry/create') return this.#label(String(message['name']));
    const [domain = '', verb] = type.split('/');
    if (this.missingDomains.has(domain)) throw new HomeAssistantError('unknown_command', 'Unknown command.');
    if (verb === 'create') return this.#create(domain, message);
    const item = `${domain}.${String(message[`${domain}_id`])}`;
    if (!this.items.has(item)) throw new HomeAssistantError('not_found', 'Unable to find item');
    if (verb === 'delete') return this.#delete(item);
    if (verb === 'update') return void this.items.set(item, message);
    throw new HomeAssistantError('unknown_command', type);
  }

  #create(domain: string, message: Message): unknown {
    let id = String(message['name']);
    while (this.items.has(`${domain}.${id}`)) id += '_2';
    this.items.set(`${domain}.${id}`, message);
    let entityId = this.remembered.get(id) ?? `${domain}.${id}`;
    while (this.registry.some((entry) => entry.entity_id === entityId)) entityId += '_2';
    this.add(domain, id, entityId);
    return { id, name: message['name'] };
  }

  #delete(item: string): void {
    this.items.delete(item);
    const [domain, id] = item.split('.');
    const at = this.registry.findIndex(({ platform, unique_id }) => platform === domain && unique_id === id);
    if (at >= 0) this.registry.splice(at, 1);
  }

  /** Stored helpers of a domain, as their collection lists them. */
  #list(domain: string): unknown {
    if (this.missingDomains.has(domain)) throw new HomeAssistantError('unknown_command', 'Unknown command.');
    return [...this.items].flatMap(([item, { type: _type, ...fields }]) =>
      item.startsWith(`${domain}.`) ? [{ ...fields, id: item.slice(domain.length + 1) }] : [],
    );
  }

  #label(name: string): unknown {
    const label = { label_id: name.toLowerCase().replaceAll(' ', '_'), name };
    this.labels.push(label);
    return label;
  }

  #update({ entity_id, new_entity_id, name, area_id, labels }: Message): unknown {
    const entry = this.#entry(entity_id);
    if (typeof new_entity_id === 'string') {
      if (this.registry.some((other) => other.entity_id === new_entity_id))
        throw new HomeAssistantError('invalid_info', 'Entity with this ID is already registered');
      entry.entity_id = new_entity_id;
    }
    if (typeof name === 'string') entry.name = name;
    if (typeof area_id === 'string') entry.area_id = area_id;
    if (Array.isArray(labels)) entry.labels = labels as string[];
    return { entity_entry: { ...entry } };
  }

  #entry(entityId: unknown): Entry {
    const entry = this.registry.find((each) => each.entity_id === entityId);
    if (!entry) throw new HomeAssistantError('not_found', 'Entity not found');
    return entry;
  }

  callService = (): Promise<void> => Promise.reject(new Error('not used'));
  subscribeOnce = (): Promise<never> => Promise.reject(new Error('not used'));
  url = (path: string): string => `http://home.test${path}`;
  close(): void {}
}
