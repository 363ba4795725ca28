import { after } from 'node:test';
import type { MatrixRtc } from '../../../demo/services/matrix-rtc.ts';
import { serveElementCall, type ElementCallPages } from '../../peers/element-call/server.ts';
import { ElementCallPeer } from './element-call.ts';
import { house, type House } from './house.ts';

/** The house with MatrixRTC: media server, token service, and people with Element Call. */
export interface RtcHouse extends House {
  readonly rtc: MatrixRtc;
  /** Somebody of the stack, signed in; kept for the tests that follow. */
  elementCall(name: string): Promise<ElementCallPeer>;
  /** Another device of the kiosk's own account; the test closes it. */
  otherElementCall(): Promise<ElementCallPeer>;
}

let opening: Promise<RtcHouse> | undefined;
const closing: (() => Promise<void>)[] = [];

/** Turned on by the first test that asks; {@link endRtc} turns it off for the files that come after. */
export function rtcHouse(): Promise<RtcHouse> {
  return (opening ??= open());
}

/** The house as other tests expect it: without MatrixRTC. */
export async function endRtc(): Promise<void> {
  if (!opening) return;
  const { rtc } = await opening;
  opening = undefined;
  await closeAll();
  await rtc.end();
}

async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

after(closeAll);

async function open(): Promise<RtcHouse> {
  const home = await house();
  const { stack, browser } = home;
  const rtc = await stack.matrixRtc();
  const pages = await serveElementCall();
  closing.push(() => pages.close());
  const people = new Map<string, Promise<ElementCallPeer>>();
  const enter = async (from: ElementCallPages, name: string, account: { userId: string; password: string }) => {
    const peer = await ElementCallPeer.open(browser, from, {
      name,
      baseUrl: stack.endpoints.matrix.baseUrl,
      user: account.userId,
      password: account.password,
    });
    closing.push(() => peer.close());
    return peer;
  };
  return {
    ...home,
    rtc,
    otherElementCall: () => enter(pages, 'Kitchen', stack.accounts.kiosk),
    elementCall(name) {
      const known = people.get(name);
      if (known) return known;
      const account = stack.accounts.people.find((person) => person.name === name);
      if (!account) throw new Error(`Nobody is called ${name}`);
      const opened = enter(pages, name, account);
      people.set(name, opened);
      return opened;
    },
  };
}
