import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoints, XmppAccount } from './endpoints.ts';
import { rest, type RestOptions } from './home-assistant/api.ts';
import { homeAssistantUrl } from './home-assistant/configuration.ts';
import { dashboardPath } from './home-assistant/dashboard.ts';
import { station } from './home-assistant/helpers.ts';
import { homeserverUrl, registrationSharedSecret, serverName } from './matrix/configuration.ts';
import { seedAccounts, type Accounts } from './matrix/people.ts';
import { tokenServiceUrl } from './matrix-rtc/token-service.ts';
import { rememberedState } from './paths.ts';
import { matrixRtcPorts, ports, requireFreePorts, type PortName } from './ports.ts';
import { stopAll, type Context, type Service } from './processes.ts';
import { playerDevice } from './player/identity.ts';
import { provisionDino } from './provision/dino.ts';
import { provision } from './provision/provision.ts';
import { cameras, startCameras } from './services/cameras.ts';
import { startCoturn, turn } from './services/coturn.ts';
import { go2rtcUrl, startGo2rtc } from './services/go2rtc.ts';
import { startDisplayServer, type DisplayServer } from './services/display-server.ts';
import { startLoudspeaker, type Loudspeaker } from './services/loudspeaker.ts';
import { startHomeAssistant, type HomeAssistant } from './services/home-assistant.ts';
import { kioskDebuggingUrl, startKiosk } from './services/kiosk.ts';
import { personPageUrl, startPersonPage } from './services/person-page.ts';
import { startPlayer, type Player } from './services/player.ts';
import { keepScreenshot, startDino, type Dino } from './services/dino.ts';
import { sfu } from './services/livekit.ts';
import { startMatrixRtc, type MatrixRtc } from './services/matrix-rtc.ts';
import { startProsody, type Prosody } from './services/prosody.ts';
import { startSynapse, type Synapse } from './services/synapse.ts';
import { startTv, tvIsFound, type Tv } from './services/tv.ts';
import { findScreen } from './services/window-screen.ts';
import { tvDevice } from './tv/identity.ts';
import { domain, tcpAddress, websocketUrl } from './xmpp/configuration.ts';
import { kiosk as xmppKiosk, people as xmppPeople, type XmppPerson } from './xmpp/people.ts';

/** A Dino that runs, and where to see it. */
export interface DinoOnScreen {
  readonly dino: Dino;
  /** A PNG of its screen, made anew every five seconds. */
  readonly picture: string;
}

export interface StackOptions {
  /** A house that has never been lived in, forgotten at the end; else the one of the last start. */
  readonly fresh?: boolean;
  /** The kiosk's browser: in a window, without one, or none at all. */
  readonly kiosk?: 'window' | 'headless' | 'none';
  /** Whether every panel of Home Assistant loads the card, not only dashboards. True unless said otherwise. */
  readonly extraModuleUrl?: boolean;
  /** Whether MatrixRTC calls can be made from the start. */
  readonly withLivekit?: boolean;
  readonly print?: (line: string) => void;
  /** Stops a start that is under way; `startStack` then rejects, with nothing left running. */
  readonly signal?: AbortSignal;
}

/** A running house: Home Assistant, cameras, homeserver, XMPP server, relay, kiosk. */
export interface Stack {
  readonly endpoints: Endpoints;
  readonly accounts: Accounts;
  readonly personPageUrl: string;
  /** The built card as Home Assistant serves it: a copy, of the moment of the start. */
  readonly cardFolder: string;
  /** Where the parts keep their things; logs in its `logs` folder. */
  readonly state: string;
  /** Rejects when a part ends by itself. */
  readonly crashed: Promise<never>;
  /** A REST call to Home Assistant, as the kiosk's user unless another token is given. */
  haRest(path: string, options?: RestOptions): Promise<unknown>;
  restartHomeAssistant(): Promise<void>;
  restartProsody(): Promise<void>;
  /** Of the door camera. */
  readonly loudspeaker: Loudspeaker;
  /** Of the living room; a cast device. */
  readonly tv: Tv;
  /** Of the bedroom; no cast device. */
  readonly player: Player;
  /** By which calls are streamed to it. */
  readonly displayServer: DisplayServer;
  /** A Dino that is online as this person, with the kiosk's conversation open; installed if need be. */
  dino(person?: XmppPerson): Promise<DinoOnScreen>;
  /** Media server and token service of MatrixRTC calls, which the homeserver then tells of; installed if need be. */
  matrixRtc(): Promise<MatrixRtc>;
  /** Two new XMPP accounts that are contacts of each other; names of letters and digits. */
  xmppPair: Prosody['pair'];
  /** Leaves no process behind. Stopping twice is stopping once. */
  stop(): Promise<void>;
}

/** Of what every stack starts. */
export const alwaysUsedPorts: readonly PortName[] = (Object.keys(ports) as PortName[]).filter(
  (name) => !matrixRtcPorts.includes(name),
);

/** Provisions what is missing and starts everything. If one part fails, the others are stopped and it rejects. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { fresh = false, kiosk = 'headless', extraModuleUrl = true, withLivekit = false, print = () => {} } = options;
  const signal = options.signal ?? new AbortController().signal;
  await requireFreePorts(alwaysUsedPorts.filter((name) => kiosk !== 'none' || name !== 'kioskDebugging'));
  await provision(print, signal);
  const state = fresh ? mkdtempSync(join(tmpdir(), 'call-assist-')) : rememberedState;
  mkdirSync(state, { recursive: true });
  const crash = Promise.withResolvers<never>();
  crash.promise.catch(() => {}); // nobody has to look
  const services: Service[] = [];
  const keep = async <T extends Service>(starting: Promise<T>): Promise<T> => {
    const service = await starting;
    services.push(service);
    return service;
  };
  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= stopAll(services, print).then(() => {
      if (fresh) rmSync(state, { recursive: true, force: true });
    }));
  const failed = new AbortController();
  const context: Context = { state, signal: AbortSignal.any([signal, failed.signal]), onCrash: crash.reject };
  try {
    const screen = kiosk === 'window' ? await keep(findScreen(context, print)) : undefined;
    const startsMatrix = async () => {
      const matrix = await startMatrix(context, keep);
      if (withLivekit) await keep(startMatrixRtc(context, matrix.synapse, print));
      return matrix;
    };
    const [homeAssistant, { accounts, synapse }, prosody, loudspeaker, tv, player, displayServer] = await allOrNothing(
      failed,
      [
        startHouse(context, extraModuleUrl, keep),
        startsMatrix(),
        keep(startProsody(context)),
        keep(startLoudspeaker(context)),
        keep(startTv(context, { screen, print })),
        keep(startPlayer(context)),
        keep(startDisplayServer(context)),
      ],
    );
    const { users } = homeAssistant;
    const startsKiosk = async () => {
      if (kiosk === 'none') return;
      await keep(startKiosk(context, { screen, user: users.kiosk, account: accounts.kiosk, print }));
    };
    await allOrNothing(failed, [startsKiosk(), tvIsFound(users.kiosk.token, context.signal)]);
    return {
      endpoints: {
        ...describe(homeAssistant, accounts, prosody, kiosk !== 'none'),
        livekit: withLivekit ? { ...sfu, tokenService: tokenServiceUrl } : null,
      },
      accounts,
      personPageUrl,
      cardFolder: homeAssistant.cardFolder,
      state,
      crashed: crash.promise,
      haRest: (path, request) => rest(path, { token: users.kiosk.token, ...request }),
      restartHomeAssistant: () => homeAssistant.restart(),
      restartProsody: () => prosody.restart(),
      loudspeaker,
      tv,
      player,
      displayServer,
      async dino({ jid, password } = xmppPeople[0]) {
        await provisionDino(print, signal);
        const { caFile } = prosody;
        const dino = await keep(startDino(context, { jid, password, domain, port: ports.xmppC2s, caFile }));
        await dino.open(xmppKiosk.jid);
        const picture = join(state, `dino-${jid.split('@')[0]}.png`);
        await keep(keepScreenshot(dino, picture));
        return { dino, picture };
      },
      matrixRtc: () => keep(startMatrixRtc(context, synapse, print)),
      xmppPair: (names) => prosody.pair(names),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Keep = <T extends Service>(starting: Promise<T>) => Promise<T>;

async function startHouse(context: Context, extraModuleUrl: boolean, keep: Keep): Promise<HomeAssistant> {
  await Promise.all([keep(startCameras(context)), keep(startGo2rtc(context))]);
  return keep(startHomeAssistant(context, { extraModuleUrl }));
}

async function startMatrix(
  context: Context,
  keep: Keep,
): Promise<{ readonly accounts: Accounts; readonly synapse: Synapse }> {
  const [, synapse] = await Promise.all([keep(startCoturn(context)), keep(startSynapse(context))]);
  const accounts = await seedAccounts(context.state);
  await keep(startPersonPage(accounts));
  return { accounts, synapse };
}

/** Waits for all, so that what the others have started is known and can be stopped when one fails. */
async function allOrNothing<T extends readonly unknown[]>(
  failed: AbortController,
  parts: { readonly [I in keyof T]: Promise<T[I]> },
): Promise<T> {
  for (const part of parts) part.catch((error: unknown) => failed.abort(error));
  await Promise.allSettled(parts);
  failed.signal.throwIfAborted();
  return Promise.all(parts) as Promise<T>;
}

function describe(
  { users }: HomeAssistant,
  accounts: Accounts,
  { caFile }: Prosody,
  hasKiosk: boolean,
): Omit<Endpoints, 'livekit'> {
  const people = accounts.people.map(({ userId, password }) => ({ userId, password }));
  return {
    homeAssistant: { url: homeAssistantUrl, ...users, dashboardPath },
    go2rtc: { url: go2rtcUrl },
    cameras: cameras.map(({ entityId }) => entityId),
    mediaPlayers: [tvDevice.entityId, playerDevice.entityId],
    matrix: { baseUrl: homeserverUrl, serverName, registrationSharedSecret, kiosk: accounts.kiosk, people },
    xmpp: {
      websocket: websocketUrl,
      tcp: tcpAddress,
      caFile,
      domain,
      kiosk: credentials(xmppKiosk),
      people: xmppPeople.map(credentials),
    },
    turn: { host: turn.host, port: turn.port, secret: turn.secret },
    kiosk: hasKiosk ? { cdp: kioskDebuggingUrl, station: station.slug } : null,
  };
}

const credentials = ({ jid, password }: XmppPerson): XmppAccount => ({ jid, password });
