import type { CallAssist, CallView, Snapshot } from '../api.ts';
import type { CommandResult, DisplayCommand } from '../command.ts';
import type { CallId, Refusal } from '../call/call.ts';
import { isRunning } from '../call/find.ts';
import { DEFAULT_STATION } from '../default-station.ts';
import type { Device } from '../device.ts';
import type { Tried } from '../displays/climb.ts';
import { type CallDisplayView, type DisplayId, THIS_DEVICE } from '../displays/view.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import { findTvView } from '../home-assistant/tv-view.ts';
import type { Platform } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { Station, Storage } from '../storage/storage.ts';
import { listEntities } from '../stations/entity-list.ts';
import { CallScreen } from './call-screen.ts';
import { watchDashboards } from './dashboards.ts';
import { House } from './house.ts';
import { canShow, listDisplays } from './list.ts';
import { noteTry, readTries } from './memory.ts';
import { announcingOf, type RungsOptions, rungsOf } from './rungs.ts';

export interface ScreensOptions {
  readonly homeAssistant: HomeAssistant;
  readonly platform: Platform;
  readonly storage: Pick<Storage, 'settings'>;
  readonly device: Pick<Device, 'stations' | 'settings' | 'chooseDisplay'>;
  readonly snapshot: Readable<Snapshot>;
  readonly media: CallAssist['media'];
  readonly refuse: (reason: Refusal) => Promise<CommandResult>;
  /** What {@link Screens.view} says may be another now. */
  readonly onChange: () => void;
  readonly scope: Scope;
}

const TALKING: ReadonlySet<CallView['phase']> = new Set(['connecting', 'active', 'reconnecting']);
const OK: CommandResult = { ok: true };

/** Which screen each call is on, and everything that changes it. One for the tab that has the calls. */
export class Screens {
  /** Media players that can show a call, for the stations' helpers. */
  readonly choosable = new Store<readonly DisplayId[]>([]);
  readonly #options: ScreensOptions;
  readonly #house: House;
  readonly #screens = new Map<CallId, { readonly screen: CallScreen; readonly scope: Scope }>();
  /** Calls that have begun to talk: where they are is decided once. */
  readonly #begun = new Set<CallId>();
  #areas: ReadonlyMap<string, string> = new Map();

  constructor(options: ScreensOptions) {
    this.#options = options;
    const { homeAssistant, platform, device, scope, snapshot } = options;
    this.#house = new House({ home: homeAssistant, clock: platform.clock, tvView: findTvView });
    scope.add(snapshot.subscribe(() => this.#follow()));
    const changed = (): void => {
      this.#house.forget();
      void this.#list();
    };
    scope.add(homeAssistant.connected.subscribe(changed));
    watchDashboards(homeAssistant, platform.clock, scope, changed);
    scope.add(device.stations.subscribe(changed));
    for (const domain of ['media_player', 'input_text']) {
      scope.add(listEntities(homeAssistant, domain, platform.clock, scope).subscribe(changed));
    }
    void this.#list();
    this.#follow();
  }

  view(callId: CallId): CallDisplayView | undefined {
    return this.#screens.get(callId)?.screen.view;
  }

  /** @param callId null: whatever call runs; undefined: none of this station does */
  async command(command: DisplayCommand, callId: CallId | null | undefined, station: Station): Promise<CommandResult> {
    const { snapshot, refuse } = this.#options;
    const call = snapshot.value.calls.find((each) => (callId === null ? isRunning(each) : each.id === callId));
    if (!call || !isRunning(call)) return this.#keep(command, station);
    switch (command.type) {
      case 'set-display': {
        const screen = this.#screenOf(call);
        screen?.want(command.display, command.mayInterrupt === true);
        return screen ? OK : refuse('refused_not_ready');
      }
      case 'set-display-sound':
        this.#screens.get(call.id)?.screen.hear(command.sound);
        // Of this call it is so also where it cannot be kept.
        void this.#choose({ displaySound: command.sound }, station);
        return OK;
      case 'dismiss-display-failure':
        this.#screens.get(call.id)?.screen.dismiss();
        return OK;
      case 'set-display-volume':
        return (await this.#setVolume(call.id, command.volume)) ? OK : refuse('refused_not_ready');
    }
  }

  /** The page goes away: what can be said and put back without waiting. */
  pageClosing(): void {
    for (const { scope } of this.#screens.values()) void scope.close();
  }

  async #setVolume(callId: CallId, volume: number): Promise<boolean> {
    try {
      return (await this.#screens.get(callId)?.screen.setVolume(volume)) === true;
    } catch (error) {
      this.#options.platform.log.log('info', 'the volume of a display was not set', error);
      return false;
    }
  }

  /** Between calls it is for the next ones. */
  async #keep(command: DisplayCommand, station: Station): Promise<CommandResult> {
    switch (command.type) {
      case 'set-display':
        return this.#choose(
          command.display === THIS_DEVICE
            ? { displayStarts: false }
            : { display: command.display, displayStarts: true },
          station,
        );
      case 'set-display-sound':
        return this.#choose({ displaySound: command.sound }, station);
      case 'set-display-volume':
      case 'dismiss-display-failure':
        return this.#options.refuse('refused_not_ready');
    }
  }

  async #choose(change: Parameters<Device['chooseDisplay']>[0], { slug }: Station): Promise<CommandResult> {
    const { device, platform, refuse } = this.#options;
    try {
      await device.chooseDisplay(change, slug);
      return OK;
    } catch (error) {
      platform.log.log('warn', 'the display of a station was not kept', error);
      return refuse('refused_not_ready');
    }
  }

  #follow(): void {
    const { calls } = this.#options.snapshot.value;
    for (const [callId, { scope }] of this.#screens) {
      const call = calls.find(({ id }) => id === callId);
      if (call && call.reason === null) continue;
      this.#screens.delete(callId);
      this.#begun.delete(callId);
      void scope.close();
    }
    for (const call of calls) if (call.reason === null) this.#begin(call);
    for (const { screen } of this.#screens.values()) {
      const call = calls.find(({ id }) => id === screen.callId);
      if (call) screen.follow(call);
    }
  }

  #begin(call: CallView): void {
    // A contact talks with a door: nobody is in front of a screen here.
    if (call.ring?.away) return;
    const { display, displayStarts, displayAnnounces } = this.#stationOf(call);
    if (call.phase === 'ringing-in') {
      if (displayAnnounces !== 'no' && display !== THIS_DEVICE && !this.#screens.has(call.id)) {
        this.#screenOf(call)?.announce(display);
      }
      return;
    }
    if (!TALKING.has(call.phase) || this.#begun.has(call.id)) return;
    this.#begun.add(call.id);
    const known = this.#screens.get(call.id)?.screen;
    if (displayStarts && display !== THIS_DEVICE) (known ?? this.#screenOf(call))?.want(display, false);
    else if (known && !known.view) known.quiet();
  }

  #screenOf(call: CallView): CallScreen | null {
    const known = this.#screens.get(call.id);
    if (known) return known.screen;
    const { homeAssistant, platform, device, media, onChange, scope } = this.#options;
    const own = media(call.id);
    if (!own) return null;
    void this.#list();
    const child = scope.child();
    const station = (): Station => this.#stationOf(call);
    const ways = { ...this.#tools(), station };
    const screen = new CallScreen({
      call,
      media: own,
      rungs: rungsOf(ways),
      announcing: announcingOf(ways, call),
      platform,
      station,
      hideNames: () => device.settings.value.hideNames,
      states: () => homeAssistant.states.value,
      areaOf: (display) => this.#areas.get(display) ?? '',
      onChange,
      onTried: (tried) => this.#note(tried),
      scope: child,
    });
    this.#screens.set(call.id, { screen, scope: child });
    return screen;
  }

  #tools(): Omit<RungsOptions, 'station'> {
    const { homeAssistant: home, platform, storage } = this.#options;
    // Without them nothing is known to be ours.
    return { home, platform, house: this.#house, tries: () => readTries(storage).catch(() => ({})) };
  }

  #stationOf({ station: slug }: CallView): Station {
    const { stations } = this.#options.device;
    return stations.value.find((each) => each.slug === slug) ?? stations.value[0] ?? DEFAULT_STATION;
  }

  #note({ display, way, result, size, codecs }: Tried): void {
    // It says nothing of how calls can be shown there.
    if (way === 'camera') return;
    // Something may be other than it was thought to be.
    if (result !== 'shown') this.#house.forget();
    const { storage, platform } = this.#options;
    const last = { at: platform.clock.now(), way, result, size, ...(codecs && { codecs }) };
    noteTry(storage, display, last).catch((error: unknown) => {
      platform.log.log('info', 'what came of a display was not kept', error);
    });
  }

  /** Which media players and links there are has changed, or what can be known of them. */
  async #list(): Promise<void> {
    const { homeAssistant, platform, device, onChange, scope } = this.#options;
    if (!homeAssistant.connected.value) return;
    try {
      const facts = await this.#house.facts();
      const station = (): Station => device.stations.value[0] ?? DEFAULT_STATION;
      const rungs = rungsOf({ ...this.#tools(), station });
      const views = await listDisplays({ states: homeAssistant.states.value, facts, rungs, tries: {} });
      if (scope.closed) return;
      this.#areas = facts.areas;
      this.choosable.set(views.filter(canShow).map(({ id }) => id));
      onChange();
    } catch (error) {
      platform.log.log('info', 'Home Assistant does not say which displays there are', error);
    }
  }
}
