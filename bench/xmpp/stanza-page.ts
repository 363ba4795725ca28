import { type Agent, createClient, JXT } from 'stanza';
import { now, watchMoments } from './moments.ts';
import type { BenchPage } from './page.ts';
import { makeTracks } from './tracks.ts';

/** A message of XEP-0353, as the definitions below give and take it. */
interface Initiation {
  readonly action: string;
  readonly id: string;
  readonly media?: readonly string[];
}

interface Message {
  readonly from: string;
  readonly jmi?: Initiation;
}

interface JingleSession {
  readonly sid: string;
  addTrack(track: MediaStreamTrack, stream: MediaStream): unknown;
  accept(): unknown;
  start(): unknown;
  end(reason?: string): void;
}

interface Jingle {
  iceServers: RTCIceServer[];
  createMediaSession(peer: string, sid: string, stream: MediaStream): JingleSession;
}

const NS = 'urn:xmpp:jingle-message:0';
const RTP = 'urn:xmpp:jingle:apps:rtp:1';
const initiations = ['propose', 'ringing', 'proceed', 'accept', 'reject', 'retract', 'finish'].map((type) => ({
  element: type,
  namespace: NS,
  path: 'message.jmi',
  type,
  typeField: 'action',
  fields: { id: JXT.attribute('id'), media: JXT.multipleChildAttribute(RTP, 'description', 'media') },
}));

const { moments, forget } = watchMoments();
const { audio, video } = makeTracks();
const stream = new MediaStream([audio, video]);
let client: Agent;
let peer = '';
let ring: { readonly from: string; readonly id: string } | null = null;
let dialled = '';
let session: JingleSession | null = null;

const tell = (to: string, jmi: Initiation): void => {
  client.sendMessage({ to, type: 'chat', processingHints: { store: true }, jmi } as never);
};
const jingle = (): Jingle => client.jingle as unknown as Jingle;

/** What a page does that leaves calls to stanza, and adds only the ring that it has not (XEP-0353). */
const page: BenchPage = {
  moments,
  async open({ jid, password, websocket, peer: contact }) {
    peer = contact;
    const transports = { websocket, bosh: false };
    // Else stanza makes the one of before the moments were watched; its constraints are those of the standard.
    const createPeerConnection = (_: unknown, options: RTCConfiguration) => new RTCPeerConnection(options);
    client = createClient({ jid, password, transports, jingle: { iceServers: [], createPeerConnection } } as never);
    client.stanzas.define(initiations as never);
    client.disco.addFeature(NS);
    client.on('message', (message) => heard(message as unknown as Message));
    client.on('jingle:incoming', (incoming) => {
      session = incoming as unknown as JingleSession;
      for (const track of stream.getTracks()) session.addTrack(track, stream);
      session.accept();
    });
    client.connect();
    await new Promise((resolve) => client.on('session:started', resolve));
    await client.getRoster();
    client.sendPresence();
    jingle().iceServers = await iceServers();
  },
  ringing: () => ring !== null,
  answer() {
    moments.answered = now();
    tell(ring!.from, { action: 'proceed', id: ring!.id });
  },
  dial() {
    dialled = crypto.randomUUID();
    tell(peer, { action: 'propose', id: dialled, media: ['audio', 'video'] });
  },
  async reset() {
    session?.end();
    session = ring = null;
    dialled = '';
    forget();
  },
};

function heard({ from, jmi }: Message): void {
  if (jmi?.action === 'propose') {
    ring = { from, id: jmi.id };
    tell(from, { action: 'ringing', id: jmi.id });
  }
  if (jmi?.action !== 'proceed' || jmi.id !== dialled) return;
  session = jingle().createMediaSession(from, jmi.id, stream);
  session.start();
}

/** As the server tells them; stanza's own mapping gives STUN a query with which Chromium makes no connection. */
async function iceServers(): Promise<RTCIceServer[]> {
  const { services = [] } = await client.getServices(client.config.server!);
  return services.flatMap(({ type, host, port, transport, username, password }) => {
    const address = `${type}:${host}:${port}`;
    if (type === 'stun' || type === 'stuns') return [{ urls: address }];
    if (username === undefined || password === undefined) return [];
    return [{ urls: `${address}?transport=${transport}`, username, credential: password }];
  });
}

window.bench = page;
