import { request, signIn, signOut } from '../../../demo/matrix/api.ts';
import type { Contact, Person } from '../../../demo/matrix/people.ts';
import type { MatrixRtc } from '../../../demo/services/matrix-rtc.ts';
import { serveElementCall } from '../../peers/element-call/server.ts';
import { ElementCallPeer } from './element-call.ts';
import { atEnd, type House, houseToChange } from './house.ts';
import type { PersonOptions } from './person.ts';
import { speaksMatrixRtc } from './rtc-option.ts';
import { tapSounds } from './sounds.ts';

/** The house with MatrixRTC: media server, token service, and people with Element Call. */
export interface RtcHouse extends House {
  readonly rtc: MatrixRtc;
  /** Somebody of the stack, signed in; kept for the tests that follow. */
  elementCall(name: string): Promise<ElementCallPeer>;
  /** The same person with an Element Call that is set to Matrix 2.0 (sticky events); the test closes it. */
  elementCall2(name: string): Promise<ElementCallPeer>;
  /** Another device of the kiosk's own account; the test closes it. */
  otherElementCall(): Promise<ElementCallPeer>;
  /** Of somebody of the stack: the direct room shared with the kiosk, and the Matrix user id. */
  roomOf(name: string): string;
  userOf(name: string): string;
  /** The state keys of the memberships that the homeserver has of a room's call, by whatever client. */
  callMembers(roomId: string): Promise<readonly string[]>;
  /** What was written into a room that the kiosk is in, newest first: a few dozen events. */
  timeline(roomId: string): Promise<readonly Written[]>;
  /** Resolves when the homeserver has nobody in the call of a room. */
  callIsEmpty(roomId: string): Promise<void>;
  /** Whatever a test has left: everybody is out of every call. */
  settle(): Promise<void>;
}

/** Milliseconds for what Element Call has a part in: it loads megabytes at each call, and the machine may be busy. */
export const PATIENCE = 60_000;

/** Memberships as room state (MSC3401). */
const CALL_MEMBER = 'org.matrix.msc3401.call.member';

/** An event as the homeserver has it. */
export interface Written {
  readonly type: string;
  readonly sender: string;
  readonly content: Readonly<Record<string, unknown>>;
}

interface StateEvent {
  readonly type: string;
  readonly state_key: string;
  readonly content: object;
}

let opening: Promise<RtcHouse> | undefined;
/** The kiosk's option, before. */
let wasOn = false;
const closing: (() => Promise<void>)[] = [];

/** Turned on by the first test that asks, and as it was as soon as a test asks for the house without MatrixRTC. */
export function rtcHouse(): Promise<RtcHouse> {
  return (opening ??= open());
}

async function end(): Promise<void> {
  const { rtc, kiosk } = await opening!;
  opening = undefined;
  await closeAll();
  await rtc.end();
  await speaksMatrixRtc(kiosk, wasOn);
}

async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

async function open(): Promise<RtcHouse> {
  const home = await houseToChange(end);
  atEnd(closeAll);
  const { stack, browser, kiosk } = home;
  const rtc = await stack.matrixRtc();
  await kiosk.context.addInitScript(tapSounds);
  wasOn = await speaksMatrixRtc(kiosk, true);
  const pages = await serveElementCall();
  closing.push(() => pages.close());
  const people = new Map<string, Promise<ElementCallPeer>>();
  const enter = async (name: string, { userId: user, password }: Person, initScript?: PersonOptions['initScript']) => {
    const { baseUrl } = stack.endpoints.matrix;
    const peer = await ElementCallPeer.open(browser, pages, { name, baseUrl, user, password }, initScript);
    closing.push(() => peer.close());
    return peer;
  };
  const contactOf = (name: string): Contact => {
    const contact = stack.accounts.people.find((person) => person.name === name);
    if (!contact) throw new Error(`Nobody is called ${name}`);
    return contact;
  };
  const { userId, password } = stack.accounts.kiosk;
  const watcher = await signIn(userId.slice(1).split(':')[0]!, password);
  closing.push(async () => void (await signOut(watcher)));
  const callMembers = async (roomId: string): Promise<readonly string[]> => {
    const path = `/rooms/${encodeURIComponent(roomId)}/state`;
    const state = await request<readonly StateEvent[]>('GET', path, { session: watcher });
    return state
      .filter(({ type, content }) => type === CALL_MEMBER && Object.keys(content).length > 0)
      .map(({ state_key }) => state_key);
  };
  return {
    ...home,
    rtc,
    callMembers,
    async timeline(roomId) {
      const path = `/rooms/${encodeURIComponent(roomId)}/messages?dir=b&limit=50`;
      return (await request<{ readonly chunk: readonly Written[] }>('GET', path, { session: watcher })).chunk;
    },
    callIsEmpty: (roomId) =>
      kiosk.until('nobody to be in the call', async () => (await callMembers(roomId)).length === 0, PATIENCE),
    roomOf: (name) => contactOf(name).roomId,
    userOf: (name) => contactOf(name).userId,
    async settle() {
      for (const peer of await Promise.all(people.values())) await peer.hangUp();
      await kiosk.endAll();
    },
    elementCall2: (name) =>
      enter(name, contactOf(name), [
        (mode) => localStorage.setItem('matrix-setting-matrix-rtc-mode', mode),
        JSON.stringify('matrix_2_0'),
      ]),
    otherElementCall: () => enter('Kitchen', stack.accounts.kiosk),
    elementCall(name) {
      const known = people.get(name);
      if (known) return known;
      const opened = enter(name, contactOf(name));
      people.set(name, opened);
      return opened;
    },
  };
}
