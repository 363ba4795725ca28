import { DEFAULT_STATION } from '../default-station.ts';
import { type Readable, Store } from '../platform/readable.ts';
import { slugOf } from '../station.ts';
import type { Station, Storage } from '../storage/storage.ts';
import { changedStation, inOrder, isOrder, newStation, STATION_ORDER } from './station-order.ts';

type Stored = Pick<Storage, 'stations' | 'settings'>;

/** The stations of this device, in their order: one at least, since what nobody has set up yet counts. */
export class StationBook {
  readonly all: Readable<readonly Station[]>;
  /** Takes the calls that come in. */
  readonly first: Readable<Station>;
  readonly #all: Store<readonly Station[]>;
  readonly #first: Store<Station>;
  readonly #storage: Stored;
  #isSet: boolean;

  /** @param stored as they were read, in their order */
  constructor(storage: Stored, stored: readonly Station[]) {
    this.#storage = storage;
    this.#isSet = stored.length > 0;
    this.all = this.#all = new Store(stored.length > 0 ? stored : [DEFAULT_STATION]);
    this.first = this.#first = new Store(stored[0] ?? DEFAULT_STATION);
  }

  /** @throws StorageError */
  static async read({ stations, settings }: Stored): Promise<readonly Station[]> {
    const [stored, order] = await Promise.all([stations.list(), settings.get(STATION_ORDER, isOrder)]);
    return inOrder(stored, order ?? []);
  }

  /** Whether somebody has made this device a station. */
  get isSet(): boolean {
    return this.#isSet;
  }

  /** @throws RangeError @throws StorageError */
  async change(change: Partial<Station>, slug = this.first.value.slug): Promise<void> {
    const named = !this.#isSet && change.name && !change.slug ? { slug: slugOf(change.name), ...change } : change;
    const next = changedStation(this.all.value, slug, named);
    await this.#storage.stations.put(next);
    if (this.#isSet && next.slug !== slug) await this.#storage.stations.remove(slug);
    await this.#use(this.all.value.map((each) => (each.slug === slug ? next : each)));
  }

  /** @throws RangeError @throws StorageError */
  async add(given: Partial<Station> & { readonly name: string }): Promise<void> {
    const station = newStation(this.all.value, given);
    // The one that the device had without anybody's doing becomes one of two.
    if (!this.#isSet) await this.#storage.stations.put(this.first.value);
    await this.#storage.stations.put(station);
    await this.#use([...this.all.value, station]);
  }

  /** From now on these and no others: those of another device. @param stations checked, one at least @throws StorageError */
  async replace(stations: readonly Station[]): Promise<void> {
    for (const station of stations) await this.#storage.stations.put(station);
    const gone = this.all.value.filter(({ slug }) => !stations.some((station) => station.slug === slug));
    for (const { slug } of gone) await this.#storage.stations.remove(slug);
    await this.#use(stations);
  }

  /** The last one stays. @throws RangeError @throws StorageError */
  async remove(slug: string): Promise<void> {
    const rest = this.all.value.filter((station) => station.slug !== slug);
    if (rest.length === 0) throw new RangeError('stations: one is needed');
    await this.#storage.stations.remove(slug);
    await this.#use(rest);
  }

  /** From now on this one takes the calls that come in. @throws RangeError @throws StorageError */
  async prefer(slug: string): Promise<void> {
    const station = this.all.value.find((each) => each.slug === slug);
    if (!station) throw new RangeError('station: there is none of that name');
    await this.#use([station, ...this.all.value.filter((each) => each !== station)]);
  }

  async #use(next: readonly Station[]): Promise<void> {
    const [before, after] = [this.all.value, next].map((stations) => stations.map(({ slug }) => slug));
    if (after && after.join() !== before?.join()) await this.#storage.settings.put(STATION_ORDER, after);
    const isNew = !this.#isSet;
    this.#isSet = true;
    const [first = DEFAULT_STATION] = next;
    // Whoever waits for this device to be a station hears of it, also when the station itself is as it was.
    this.#first.set(isNew ? { ...first } : first);
    // Last: who hears of it finds the first one in its place.
    this.#all.set(next);
  }
}
