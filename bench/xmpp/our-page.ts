import type { Platform } from '../../src/runtime/platform/platform.ts';
import type { OutgoingMedia, ProviderCall, ProviderSession } from '../../src/runtime/providers/provider.ts';
import * as xmpp from '../../src/runtime/providers/xmpp/index.ts';
import { now, watchMoments } from './moments.ts';
import type { BenchAccount, BenchPage } from './page.ts';
import { makeTracks } from './tracks.ts';

const { moments, forget } = watchMoments();
const media: OutgoingMedia = {
  kinds: { audio: true, video: true },
  tracks: { ...makeTracks(), audioMuted: false, videoMuted: false },
};
const log: Platform['log'] = {
  log: (level, message) => {
    if (level === 'warn' || level === 'error') console.warn(message);
  },
  child: () => log,
};
const platform: Platform = {
  clock: {
    now: () => Date.now(),
    after(delay, task) {
      const timer = setTimeout(task, delay);
      return () => clearTimeout(timer);
    },
  },
  log,
  id: () => crypto.randomUUID().replaceAll('-', ''),
  random: () => Math.random(),
};

let session: ProviderSession;
let peer = '';
let call: ProviderCall | null = null;

/** The provider as the runtime uses it: the connection is made ready while it rings. */
const page: BenchPage = {
  moments,
  async open(account: BenchAccount) {
    const { jid, password, websocket } = account;
    peer = account.peer;
    const context = { platform, previous: null, signal: new AbortController().signal };
    const signedIn = await xmpp.signIn({ jid, password, websocket }, context);
    session = await xmpp.open(signedIn.account, signedIn.secrets, {
      platform,
      invited(invited) {
        call = invited;
        invited.prepare(media);
      },
      emit: () => {},
      save: async () => {},
    });
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const knows = session.contacts.value.some(({ address }) => address === peer);
        if (session.status.value.state === 'online' && knows) resolve();
        else setTimeout(look, 20);
      };
      look();
    });
  },
  ringing: () => call !== null,
  answer() {
    moments.answered = now();
    call!.answer(media);
  },
  dial() {
    const { accountId, id, address, name } = session.contacts.value.find((contact) => contact.address === peer)!;
    call = session.dial(crypto.randomUUID(), { accountId, contactId: id, address, name }, media);
  },
  async reset() {
    await call?.close();
    call = null;
    forget();
  },
};

window.bench = page;
