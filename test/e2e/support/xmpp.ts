import assert from 'node:assert/strict';
import { waitFor } from '../../../demo/wait.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import { XmppPeer, type XmppEnd, type XmppKind, type XmppPeerOptions } from '../../peers/xmpp-peer.ts';
import { aiortcPython } from './aiortc.ts';
import { house } from './house.ts';
import type { Kiosk } from './kiosk.ts';
import { cameraIsLive } from './media.ts';

export const both: readonly XmppKind[] = ['audio', 'video'];
export const voice: readonly XmppKind[] = ['audio'];

const patience = { timeout: 15_000, interval: 100 };

type Person = 'kiosk' | 'dora' | 'emil' | 'frieda' | { readonly jid: string; readonly password: string };

/** A strict peer that is online; its test stops it. `kiosk`: another device of the kiosk's own account. */
export async function xmppPeer(who: Person, options: Partial<XmppPeerOptions> = {}): Promise<XmppPeer> {
  const { tcp, caFile, kiosk, people } = (await house()).stack.endpoints.xmpp;
  const account = typeof who === 'string' ? [kiosk, ...people].find(({ jid }) => jid.startsWith(`${who}@`)) : who;
  if (!account) throw new Error(`Nobody is called ${JSON.stringify(who)}`);
  const { jid, password } = account;
  return XmppPeer.start(aiortcPython(), { jid, password, caFile, port: Number(tcp.split(':')[1]), ...options });
}

/** The kiosk's account: bare address, and its id in the card. */
export async function kioskAccount(kiosk: Kiosk): Promise<{ readonly jid: string; readonly id: string }> {
  const account = (await kiosk.snapshot()).accounts.find(({ protocol }) => protocol === 'xmpp');
  assert.ok(account, 'the kiosk has an XMPP account');
  return { jid: account.address, id: account.id };
}

/** The clock in the picture of the house's camera, in milliseconds since 1970; null while none can be read. */
export async function timecode(peer: XmppPeer): Promise<number | null> {
  const { timecode: wrapped } = await peer.stats();
  if (wrapped === null) return null;
  const now = Date.now();
  const behind = (((now - wrapped) % 2 ** 32) + 2 ** 32) % 2 ** 32;
  return now - behind;
}

/**
 * Media is proven by media: both sides hear more and more energy. `seen`: the kiosk decodes pictures of theirs;
 * `camera`: they read the fresh, moving clock that the house's camera has burnt into its own.
 */
export async function xmppMediaFlows(
  kiosk: Kiosk,
  call: Pick<CallView, 'id'>,
  peer: XmppPeer,
  { seen = true, camera = true }: { readonly seen?: boolean; readonly camera?: boolean } = {},
): Promise<void> {
  const look = async () => ({ kiosk: await kiosk.stats(call.id), peer: await peer.stats() });
  const before = await look();
  let now = before;
  await waitFor(
    'frames and sound on both sides',
    async () => {
      now = await look();
      const heard =
        now.peer.audioEnergy > before.peer.audioEnergy &&
        now.kiosk.audio.energyReceived > before.kiosk.audio.energyReceived;
      const theirs = !seen || now.kiosk.video.framesDecoded > before.kiosk.video.framesDecoded + 5;
      const ours = !camera || now.peer.framesDecoded > before.peer.framesDecoded + 5;
      return heard && theirs && ours;
    },
    patience,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; before ${JSON.stringify(before)}, now ${JSON.stringify(now)}`);
  });
  if (camera) await cameraIsLive({ timecode: () => timecode(peer) });
}

/** Its call is over, in exactly this way. */
export async function peerEnds(peer: XmppPeer, wanted: XmppEnd, timeout = patience.timeout): Promise<void> {
  const end = await waitFor('the peer’s call to be over', async () => (await peer.end()) ?? undefined, {
    ...patience,
    timeout,
  });
  assert.deepEqual(end, wanted);
}

/** Calls the kiosk, which rings. */
export async function ring(kiosk: Kiosk, peer: XmppPeer, kinds = both): Promise<CallView> {
  await peer.call((await kioskAccount(kiosk)).jid, kinds);
  return kiosk.call('ringing-in');
}

/** Calls the kiosk, and somebody there touches answer. */
export async function connect(kiosk: Kiosk, peer: XmppPeer, kinds = both): Promise<CallView> {
  await ring(kiosk, peer, kinds);
  await kiosk.touch(kinds.includes('video') ? 'answer-video' : 'answer-voice');
  return kiosk.call('active');
}

/** Nothing is left of a call, at the kiosk and at the peers; what was said of it is forgotten. */
export async function tidy(kiosk: Kiosk, ...peers: readonly (XmppPeer | undefined)[]): Promise<void> {
  await kiosk.endAll();
  for (const peer of peers) {
    if (!peer) continue;
    await peer.hangUp();
    await waitFor(
      `${peer.jid} to hold nothing`,
      async () => (await peer.state()) === 'idle' && (await peer.openConnections()) === 0,
      patience,
    );
    peer.events.length = 0;
    await peer.forget();
  }
}

/** Nothing that a peer saw is against a specification, and nothing in it broke. */
export async function faultless(...peers: readonly XmppPeer[]): Promise<void> {
  for (const peer of peers) {
    assert.deepEqual(await peer.complaints(), [], peer.jid);
    assert.deepEqual(
      peer.events.filter(({ event }) => event === 'error'),
      [],
      peer.jid,
    );
  }
}
