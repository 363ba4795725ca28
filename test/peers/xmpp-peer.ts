import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type XmppKind = 'audio' | 'video';
export type XmppPeerState = 'idle' | 'calling' | 'ringing' | 'connecting' | 'connected';

export interface XmppPeerOptions {
  /** Bare. */
  readonly jid: string;
  readonly password: string;
  /** Of XMPP over TCP on 127.0.0.1. */
  readonly port: number;
  /** `strict` unless given. */
  readonly resource?: string;
  /** Of the CA to trust for STARTTLS; without it there is no TLS. */
  readonly caFile?: string;
  readonly priority?: number;
  readonly carbons?: boolean;
  /** Caps in presence; what it can do is told either way to whoever asks. */
  readonly caps?: boolean;
  /** Instead of the features a caller has to announce. */
  readonly features?: readonly string[];
}

/** How it speaks; to be changed at any time, for what begins afterwards. */
export interface XmppPeerManners {
  /** Candidates one by one in transport-info (true unless given), or all in the description. */
  readonly trickle?: boolean;
  /** One transport for all contents, where the other side agrees (true unless given); Dino has one for each. */
  readonly bundle?: boolean;
  /** Only candidates of the server's relay. */
  readonly relayOnly?: boolean;
  /** Whether the server's STUN and TURN are asked for (XEP-0215; true unless given). */
  readonly relays?: boolean;
  /** Whether `ringing` is sent (true unless given). */
  readonly ringing?: boolean;
  /** Whether receipts are asked for, awaited and sent (true unless given). */
  readonly receipts?: boolean;
  /** A proposal during a call gets no answer instead of `busy`. */
  readonly silentWhenBusy?: boolean;
  /** What happens with a content-add: `accept` (unless given) sends too, `receive` only receives. */
  readonly onAdd?: 'accept' | 'receive' | 'reject';
}

/** What was seen that a specification does not allow; `rule` begins with the specification and its section. */
export interface Complaint {
  readonly rule: string;
  readonly detail: string;
}

/** How the last call ended. `reason`: as it was sent, or the condition of an error. */
export interface XmppEnd {
  /** `elsewhere`: another device of its account took or rejected the call. */
  readonly by: 'me' | 'them' | 'elsewhere';
  readonly how:
    'reject' | 'retract' | 'finish' | 'terminate' | 'error' | 'tie-break' | 'no-session' | 'proceed' | 'accept';
  readonly reason: string | null;
}

export interface XmppPeerStats {
  readonly framesDecoded: number;
  readonly width: number;
  readonly height: number;
  /** The clock in the last picture's strip, in milliseconds modulo 2^32. */
  readonly timecode: number | null;
  readonly audioFrames: number;
  /** Squared samples over time, in full-scale seconds. */
  readonly audioEnergy: number;
  readonly relayed: boolean | null;
  readonly audioPacketsSent: number;
  readonly videoPacketsSent: number;
  /** 1 where the contents are bundled. */
  readonly transports: number;
}

export interface XmppSession {
  readonly sid: string;
  /** Full JID, once a device has answered. */
  readonly peer: string | null;
  /** What they told by session-info. */
  readonly muted: Readonly<Partial<Record<XmppKind, boolean>>>;
  readonly held: boolean;
  /** Of the contents there are. */
  readonly kinds: readonly XmppKind[];
}

/** `state`, `ring`, `connected`, `first-frame`, `ended`, `complaint`, `content-add`, `restarted`, `error` …; see the Python. */
export interface XmppPeerEvent {
  readonly event: string;
  /** When it was read, in milliseconds since 1970. */
  readonly at: number;
  readonly [key: string]: unknown;
}

interface Line {
  readonly reply?: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly event?: string;
}

const patience = 20_000;

/** The strict, independent XMPP peer (slixmpp and aiortc, not libwebrtc) as a child process; one call at a time. */
export class XmppPeer {
  readonly events: XmppPeerEvent[] = [];
  /** Full. */
  readonly jid: string;
  readonly #link: Link;

  private constructor(link: Link, jid: string) {
    this.#link = link;
    this.jid = jid;
    link.listen((event) => this.events.push(event));
  }

  /** @param python the interpreter of the environment that has slixmpp and aiortc. Resolves when it is online. */
  static async start(python: string, options: XmppPeerOptions, manners: XmppPeerManners = {}): Promise<XmppPeer> {
    const link = new Link(python);
    try {
      const jid = await link.ask('connect', { options: { ...options, ...manners } });
      return new XmppPeer(link, String(jid));
    } catch (error) {
      await link.close();
      throw error;
    }
  }

  /** Changes manners for what begins afterwards. */
  readonly configure = (options: XmppPeerManners) => this.#order('configure', { options });

  /** Proposes a call to a bare JID. `sid` replaces a random id. */
  readonly call = (to: string, kinds: readonly XmppKind[], { sid }: { readonly sid?: string } = {}) =>
    this.#order('call', { to, kinds, sid });
  /** Proposes, and does not begin a session when somebody proceeds. */
  readonly proposeOnly = (to: string, kinds: readonly XmppKind[]) => this.#order('call', { to, kinds, only: true });
  /** Initiates a session with a full JID without any proposal. */
  readonly direct = (to: string, kinds: readonly XmppKind[]) => this.#order('direct', { to, kinds });
  /** Answers what rings; a kind that is offered and not given is received only. */
  readonly answer = (kinds: readonly XmppKind[]) => this.#order('answer', { kinds });
  /** `decline` unless given. */
  readonly reject = (reason?: string) => this.#order('reject', { reason });
  /** `cancel` unless given. */
  readonly retract = (reason?: string) => this.#order('retract', { reason });
  /** Ends whatever there is, as its state asks for; nothing if it is idle. */
  readonly hangUp = (reason?: string) => this.#order('hangUp', { reason });

  /** Silence or black pictures from now on, and says so; without a kind: all. */
  readonly mute = (kind?: XmppKind) => this.#order('info', { name: 'mute', kind });
  readonly unmute = (kind?: XmppKind) => this.#order('info', { name: 'unmute', kind });
  readonly hold = () => this.#order('info', { name: 'hold' });
  readonly unhold = () => this.#order('info', { name: 'unhold' });
  readonly addVideo = () => this.#order('add', { kind: 'video' });
  readonly removeVideo = () => this.#order('remove', { kind: 'video' });
  /** Changes who sends a content, by content-modify. */
  readonly modify = (kind: XmppKind, senders: 'both' | 'initiator' | 'responder' | 'none') =>
    this.#order('modify', { kind, senders });
  /** ICE anew. It takes restarts of the other side by itself. */
  readonly restart = () => this.#order('restart');

  /** Sends stanzas as they are written; what is not well-formed goes to the stream as it is. */
  readonly raw = (xml: string) => this.#order('raw', { xml });
  /** What came in after a count of {@link stanzaCount}, as XML; the last 400 are kept. */
  readonly stanzas = (after = 0) => this.#link.ask('stanzas', { after }) as Promise<string[]>;
  readonly stanzaCount = () => this.#link.ask('stanzaCount') as Promise<number>;

  readonly state = () => this.#link.ask('state') as Promise<XmppPeerState>;
  readonly session = () => this.#link.ask('session') as Promise<XmppSession | null>;
  /** Of the present call, or of the last; `relayed` and what was sent only of the present. */
  readonly stats = () => this.#link.ask('stats') as Promise<XmppPeerStats>;
  /** null while there is a call, and before the first. */
  readonly end = () => this.#link.ask('lastEnd') as Promise<XmppEnd | null>;
  /** Kinds of messages since the last call began: `propose`, `ringing`, `receipt`, `session-initiate`, `session-info:mute` … */
  readonly received = () => this.#link.ask('received') as Promise<string[]>;
  readonly openConnections = () => this.#link.ask('openConnections') as Promise<number>;
  /** Since the last {@link forget}; waits a few seconds for what is still owed, such as an answer or a finish. */
  readonly complaints = () => this.#link.ask('complaints') as Promise<Complaint[]>;
  readonly forget = () => this.#order('forget');

  /** How the last call ended, in the words of the contract's `PeerSide`. */
  async lastEnd(): Promise<'declined' | 'busy' | 'hung_up' | 'other' | null> {
    const end = await this.end();
    if (end === null) return null;
    if (end.reason === 'busy') return 'busy';
    if (end.how === 'reject' || end.reason === 'decline') return 'declined';
    return end.how !== 'error' && ['success', 'cancel', 'gone', null].includes(end.reason) ? 'hung_up' : 'other';
  }

  /** The next event of this name after those already taken by an earlier call. @throws after `timeout` ms */
  until(event: string, timeout = patience): Promise<XmppPeerEvent> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const at = this.events.findIndex((candidate) => candidate.event === event);
        const [found] = at < 0 ? [] : this.events.splice(at, 1);
        if (found) settle(() => resolve(found));
      };
      const settle = (done: () => void): void => {
        forget();
        clearTimeout(timer);
        done();
      };
      const told = () => `xmpp peer: no "${event}" within ${timeout} ms; it told ${JSON.stringify(this.events)}`;
      const timer = setTimeout(() => settle(() => reject(new Error(told()))), timeout);
      const forget = this.#link.listen(look);
      look();
    });
  }

  /** Ends its call and itself. */
  async stop(): Promise<void> {
    await this.#link.close();
  }

  async #order(name: string, order: Record<string, unknown> = {}): Promise<void> {
    await this.#link.ask(name, order);
  }
}

/** Orders in, replies and events out. */
class Link {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  readonly #listeners = new Set<(event: XmppPeerEvent) => void>();
  #asked = 0;
  #ended = false;

  constructor(python: string) {
    const script = fileURLToPath(new URL('./xmpp_peer.py', import.meta.url));
    this.#child = spawn(python, ['-B', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#child.stdout! }).on('line', (line) => this.#heard(JSON.parse(line) as Line));
    this.#child.stdin!.on('error', () => {}); // it has ended; its exit says so
    this.#child.once('error', () => this.#over());
    this.#child.once('exit', () => this.#over());
  }

  listen(listener: (event: XmppPeerEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ask(name: string, order: Record<string, unknown> = {}): Promise<unknown> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new Error(`xmpp peer: ${name}: it has ended`));
      const late = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`xmpp peer: ${name}: no reply within ${patience} ms`));
      }, patience);
      this.#waiting.set(id, {
        resolve(value) {
          clearTimeout(late);
          resolve(value);
        },
        reject(error) {
          clearTimeout(late);
          reject(new Error(`xmpp peer: ${name}: ${error.message}`));
        },
      });
      this.#child.stdin!.write(`${JSON.stringify({ ...order, id, do: name })}\n`);
    });
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    const gone = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
    this.#child.stdin!.end(`${JSON.stringify({ do: 'quit' })}\n`);
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), 8_000);
    await gone;
    clearTimeout(kill);
  }

  #heard(line: Line): void {
    const { reply, value, error, event } = line;
    if (event !== undefined) {
      const told: XmppPeerEvent = { at: Date.now(), ...line, event };
      for (const listener of [...this.#listeners]) listener(told);
    }
    if (reply === undefined) return;
    const waiting = this.#waiting.get(reply);
    this.#waiting.delete(reply);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }

  #over(): void {
    this.#ended = true;
    for (const { reject } of this.#waiting.values()) reject(new Error('it has ended'));
    this.#waiting.clear();
    for (const listener of [...this.#listeners]) listener({ event: 'exit', at: Date.now() });
  }
}
