import type { Snapshot } from './api.ts';
import type { Millis } from './call/call.ts';
import { HistoryBook } from './history.ts';
import { People } from './people/people.ts';
import type { Platform } from './platform/platform.ts';
import { type Readable, Store } from './platform/readable.ts';
import { isPin, Lock, LockedError } from './settings/lock.ts';
import { nextChange, quietUntil } from './settings/quiet.ts';
import type { DeviceChange, DeviceSettings } from './settings/device-settings.ts';
import { changeSettings, storedSettings } from './settings/settings.ts';
import { StationBook } from './stations/station-book.ts';
import { SETTINGS, type Station, type Storage } from './storage/storage.ts';

/** Name of the settings record of {@link Device.configure}'s skipped quiet time. */
const SKIPPED = 'quiet-skipped';
/** A clock may jump, and a timer sleeps with its page: quiet times are looked at this often at least. */
const LOOK_EVERY: Millis = 60_000;

const isAnything = (value: unknown): value is unknown => value !== undefined;
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

export interface DeviceOptions {
  readonly platform: Platform;
  readonly storage: Storage;
  /** Storage failed in something that nobody waits for. */
  readonly report: (error: unknown) => void;
  /** Whether this browser's user is an administrator of Home Assistant. */
  readonly isAdmin: () => Promise<boolean>;
}

/** Whether it is quiet now, and until when a quiet time makes it so. */
export interface Quiet {
  readonly on: boolean;
  readonly until: Millis | null;
}

/**
 * What this device knows beside accounts and calls, and who may change it: its station, its settings, what people
 * chose for those they know, its history and its lock. The same with and without an account.
 */
export class Device {
  readonly settings: Readable<DeviceSettings>;
  /** The first of {@link stations}: it takes the calls that come in. */
  readonly station: Readable<Station>;
  /** At least one; what a device has before anybody has set it up counts. */
  readonly stations: Readable<readonly Station[]>;
  readonly quiet: Readable<Quiet>;
  /** Do not disturb by hand; the helper is bound to it both ways. */
  readonly doNotDisturb: Store<boolean>;
  readonly people: People;
  readonly history: HistoryBook;
  readonly lock: Lock;
  readonly #settings: Store<DeviceSettings>;
  readonly #book: StationBook;
  readonly #quiet: Store<Quiet>;
  readonly #options: DeviceOptions;
  /** The quiet time that runs until then does not count: somebody switched it off. */
  #skippedUntil: Millis;
  #cancelLook = (): void => {};
  /** Changes of the settings, one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(options: DeviceOptions, stored: Stored) {
    const { settings, stations, people, history, lock, skippedUntil } = stored;
    this.#options = options;
    this.#skippedUntil = skippedUntil;
    this.settings = this.#settings = new Store(settings);
    this.#book = new StationBook(options.storage, stations);
    this.station = this.#book.first;
    this.stations = this.#book.all;
    this.people = people;
    this.history = history;
    this.lock = lock;
    this.doNotDisturb = new Store(settings.doNotDisturb);
    this.quiet = this.#quiet = new Store<Quiet>({ on: false, until: null });
    this.doNotDisturb.subscribe((on) => {
      if (on !== this.#settings.value.doNotDisturb) this.#save({ ...this.#settings.value, doNotDisturb: on });
    });
    this.#settings.subscribe(() => this.#look());
    this.#look();
  }

  /** Never rejects: what storage does not give has its default. */
  static async open(options: DeviceOptions): Promise<Device> {
    const { storage, report, platform, isAdmin } = options;
    const or = <T>(read: Promise<T>, otherwise: T): Promise<T> =>
      read.catch((error: unknown) => {
        report(error);
        return otherwise;
      });
    const history = new HistoryBook(storage, report);
    const settings = storedSettings(await or(storage.settings.get(SETTINGS, isAnything), null));
    const lock = { platform, storage: storage.settings, kind: settings.lock, isAdmin };
    const [stations, people, skippedUntil] = await Promise.all([
      or(StationBook.read(storage), []),
      or(People.open(storage.people), People.empty(storage.people)),
      or(storage.settings.get(SKIPPED, isTime), null),
      history.open(),
    ]);
    return new Device(options, {
      settings,
      stations,
      people,
      history,
      lock: await or(Lock.open(lock), Lock.closed(lock)),
      skippedUntil: skippedUntil ?? 0,
    });
  }

  /** Whether somebody has made this device a station. */
  get isStation(): boolean {
    return this.#book.isSet;
  }

  /** What of a snapshot is the device's. */
  view(): Pick<Snapshot, 'station' | 'stations' | 'history' | 'missed' | 'settings' | 'quiet' | 'quietUntil' | 'lock'> {
    return {
      station: this.station.value,
      stations: this.stations.value,
      history: this.history.recent.value,
      missed: this.history.missed.value,
      settings: this.#settings.value,
      quiet: this.#quiet.value.on,
      quietUntil: this.#quiet.value.until,
      lock: this.lock.view.value,
    };
  }

  /** Calls the listener after any change of the view or of the people. */
  subscribe(listener: () => void): () => void {
    const parts: readonly Readable<unknown>[] = [
      this.stations,
      this.#settings,
      this.#quiet,
      this.history.recent,
      this.history.missed,
      this.lock.view,
      this.people.changes,
    ];
    const ends = parts.map((part) => part.subscribe(listener));
    return () => ends.forEach((end) => end());
  }

  /** @throws RangeError @throws LockedError @throws StorageError */
  configure(change: DeviceChange): Promise<void> {
    return this.#inTurn(async () => {
      if (Object.keys(change).some((key) => key !== 'doNotDisturb' && key !== 'callVolume')) this.lock.require();
      const { pin, ...rest } = change;
      const next = changeSettings(this.#settings.value, rest);
      if (pin !== undefined && !isPin(pin)) throw new RangeError('settings.pin: 4 to 12 digits are needed');
      if (next.lock === 'pin' && pin === undefined && !this.lock.hasPin) {
        throw new RangeError('settings.pin: a PIN is needed for this lock');
      }
      // Who cannot open it again must not close it.
      if (next.lock === 'admin' && this.#settings.value.lock !== 'admin' && !(await this.#options.isAdmin())) {
        throw new LockedError('not_admin');
      }
      if (pin !== undefined) await this.lock.setPin(pin);
      if (change.doNotDisturb === false) await this.#skip();
      await this.#put(next);
    });
  }

  /** At once, also when storage fails. @throws RangeError */
  async setCallVolume(callVolume: number): Promise<void> {
    this.#save(changeSettings(this.#settings.value, { callVolume }));
  }

  /** Takes settings and stations as a whole, checked before. @throws StorageError */
  replace(settings: DeviceSettings, stations: readonly Station[]): Promise<void> {
    return this.#inTurn(async () => {
      await this.#book.replace(stations);
      await this.#put(settings);
    });
  }

  /** @param slug the first station's unless given. @throws RangeError @throws LockedError @throws StorageError */
  configureStation(change: Partial<Station>, slug?: string): Promise<void> {
    return this.#unlocked(() => this.#book.change(change, slug));
  }

  /** A script chose the camera of a station, which its switches allow: no lock keeps it from that. @throws StorageError */
  chooseCamera(camera: Station['camera'], slug: string): Promise<void> {
    return this.#inTurn(() => this.#book.change({ camera }, slug));
  }

  /** Where the calls of a station are to be seen and heard: scripts may choose it, too. @throws StorageError */
  chooseDisplay(
    change: Pick<Partial<Station>, 'display' | 'displayStarts' | 'displaySound'>,
    slug: string,
  ): Promise<void> {
    return this.#inTurn(() => this.#book.change(change, slug));
  }

  /** @throws RangeError @throws LockedError @throws StorageError */
  addStation(given: Partial<Station> & { readonly name: string }): Promise<void> {
    return this.#unlocked(() => this.#book.add(given));
  }

  /** @throws RangeError @throws LockedError @throws StorageError */
  removeStation(slug: string): Promise<void> {
    return this.#unlocked(() => this.#book.remove(slug));
  }

  /** @throws RangeError @throws LockedError @throws StorageError */
  preferStation(slug: string): Promise<void> {
    return this.#unlocked(() => this.#book.prefer(slug));
  }

  close(): void {
    this.#cancelLook();
    this.#cancelLook = () => {};
    this.lock.dispose();
  }

  async #put(next: DeviceSettings): Promise<void> {
    await this.#options.storage.settings.put(SETTINGS, next);
    this.#settings.set(next);
    this.doNotDisturb.set(next.doNotDisturb);
    this.lock.use(next.lock);
  }

  /** For what happened already: shown at once, stored as soon as can be. */
  #save(next: DeviceSettings): void {
    this.#settings.set(next);
    this.#inTurn(() => this.#options.storage.settings.put(SETTINGS, this.#settings.value)).catch(this.#options.report);
  }

  /** Do not disturb is switched off: the quiet time that runs does not count any more. */
  async #skip(): Promise<void> {
    const until = quietUntil(this.#settings.value.quietTimes, this.#options.platform.clock.now());
    if (until === null) return;
    await this.#options.storage.settings.put(SKIPPED, until);
    this.#skippedUntil = until;
    this.#look();
  }

  #look(): void {
    const { clock } = this.#options.platform;
    const { doNotDisturb, quietTimes } = this.#settings.value;
    const now = clock.now();
    const runs = quietUntil(quietTimes, now);
    const until = runs !== null && this.#skippedUntil !== runs ? runs : null;
    const next: Quiet = { on: doNotDisturb || until !== null, until: doNotDisturb ? null : until };
    const { on, until: before } = this.#quiet.value;
    if (on !== next.on || before !== next.until) this.#quiet.set(next);
    this.#cancelLook();
    const edge = nextChange(quietTimes, now);
    if (edge !== null) this.#cancelLook = clock.after(Math.min(edge - now, LOOK_EVERY), () => this.#look());
  }

  #unlocked<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(() => {
      this.lock.require();
      return work();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }
}

interface Stored {
  readonly settings: DeviceSettings;
  readonly stations: readonly Station[];
  readonly people: People;
  readonly history: HistoryBook;
  readonly lock: Lock;
  readonly skippedUntil: Millis;
}
