import { request, signIn, signOut } from '../../../demo/matrix/api.ts';
import { waitFor } from '../../../demo/wait.ts';
import { readTimecode } from '../../../demo/person/timecode.ts';
import type { EndReason } from '../../../src/runtime/call/call.ts';
import type { CallStats } from '../../../src/runtime/providers/provider.ts';
import type { DevicePage } from './device-page.ts';
import { cameraIsLive } from './media.ts';
import { rtcHouse } from './rtc-house.ts';
import { matrixAccount, Tablet, type MatrixAccount } from './tablet.ts';

/** A card of somebody else, and the direct room that it shares with the kiosk. */
export interface Neighbour {
  readonly card: Tablet;
  readonly account: MatrixAccount;
  readonly roomId: string;
  /** The card calls the kiosk: resolves when it rings there, or has failed. */
  callsKiosk(): Promise<void>;
  /** The kiosk calls the card; the same. */
  isCalled(): Promise<void>;
  /** How many events of this type their room has. */
  written(type: string): Promise<number>;
  /** Whoever comes next finds the kiosk without this neighbour. */
  close(): Promise<void>;
}

/** Somebody new with a card of their own: neither card knows anything of the other. */
export async function neighbour(
  username: string,
  options: { readonly isEncrypted?: boolean } = {},
): Promise<Neighbour> {
  const home = await rtcHouse();
  const { kiosk, stack, timeline } = home;
  const account = await matrixAccount(username, ['Kitchen'], { ...options, home });
  const card = await Tablet.open({ account, home });
  await kiosk.until('the neighbour among the contacts', async () =>
    (await kiosk.snapshot()).contacts.some(({ address }) => address === account.user),
  );
  const dial = async (from: DevicePage, text: string): Promise<void> => {
    await from.command({ type: 'dial', to: { text }, video: true, by: 'touch' });
  };
  const roomId = account.rooms.get('Kitchen')!;
  return {
    card,
    account,
    roomId,
    callsKiosk: () => dial(card, stack.accounts.kiosk.userId),
    isCalled: () => dial(kiosk, account.user),
    written: async (type) => (await timeline(roomId)).filter((event) => event.type === type).length,
    async close() {
      await card.close();
      const { userId, password } = stack.accounts.kiosk;
      const session = await signIn(userId.slice(1).split(':')[0]!, password);
      await request('POST', `/rooms/${encodeURIComponent(roomId)}/leave`, { session, body: {} });
      await signOut(session);
    },
  };
}

/** The last call of a card has ended like this. */
export async function isOver(card: DevicePage, reason: EndReason): Promise<void> {
  await card
    .until(`the end: ${reason}`, async () => (await card.snapshot()).lastResult === reason)
    .catch(async (error: Error) => {
      const { calls, lastResult } = await card.snapshot();
      const seen = calls.map(({ id, phase, reason: why, sending }) => ({ id, phase, why, sending }));
      throw new Error(`${error.message}; last result ${lastResult}, calls ${JSON.stringify(seen)}`);
    });
}

const growing = { timeout: 30_000, interval: 100 };

/**
 * Media is proven by media: each of the cards decodes more and more frames, hears sound with energy in it, and shows the
 * fresh clock that the other one's camera has burnt into its picture.
 */
export async function cardsTalk(...cards: readonly DevicePage[]): Promise<void> {
  await Promise.all(cards.map(receives));
  await Promise.all(cards.map((card) => cameraIsLive({ timecode: () => shownTime(card) })));
}

async function receives(card: DevicePage): Promise<void> {
  const { id } = await card.call('active');
  const before = await card.stats(id);
  let now: CallStats = before;
  await waitFor(
    'a card to see and hear',
    async () => {
      now = await card.stats(id);
      return (
        now.video.framesDecoded > before.video.framesDecoded + 5 &&
        now.audio.energyReceived > before.audio.energyReceived
      );
    },
    growing,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; before ${JSON.stringify(before)}, now ${JSON.stringify(now)}`);
  });
}

/** The time in the picture of the other person; null: there is none, or it is no time. */
function shownTime({ page }: DevicePage): Promise<number | null> {
  return page.locator('ca-overlay video[data-call]:visible').first().evaluate(readTimecode);
}
