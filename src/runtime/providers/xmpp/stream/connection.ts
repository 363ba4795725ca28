import { Client } from 'stanza';
import type { Clock } from '../../../platform/platform.ts';
import { element, type XmlElement } from '../jingle/element.ts';
import { Frames, openWebSocket, type Frame, type Socket } from './frames.ts';
import { NS_CLIENT, NS_PING, NS_STREAM, NS_STREAM_ERRORS } from './namespaces.ts';
import { negotiate, type Negotiated, type NegotiationOptions } from './negotiate.ts';
import { StreamError, streamProblem } from './problems.ts';
import { readManagement, writeManagement, type Management } from './stream-management.ts';

/** What stanza queues, numbers and sends again; the same object from the first sending to its acknowledgement. */
export interface Stanza {
  readonly element: XmlElement;
}

export type StanzaKind = 'message' | 'presence' | 'iq';

/** What the next connection needs to go on with the session of this one (XEP-0198, 5). */
type Session = Parameters<Client['sm']['load']>[0];

export interface ConnectionEvents {
  /** `cut`: too large, only its own attributes are there. */
  readonly received: (kind: StanzaKind, element: XmlElement, cut: boolean) => void;
  readonly acknowledged: (stanza: Stanza) => void;
  /** Something came, whatever it is: the connection lives. */
  readonly alive: () => void;
  /** Told once, after the connection has begun. */
  readonly ended: (error: StreamError) => void;
}

export interface ConnectionOptions extends Omit<NegotiationOptions, 'link'> {
  readonly url: string;
  readonly clock: Clock;
  /** From open socket to working stream, in milliseconds. */
  readonly timeout: number;
  /** Goes on with a session that lost its connection. */
  readonly session: Session | null;
  readonly openSocket?: ((url: string) => Socket) | undefined;
}

/** One socket from its opening to its end, signed in. A session outlives it: the next connection resumes it. */
export class Connection {
  readonly #client: Client;
  readonly #frames: Frames;
  readonly #events: ConnectionEvents;
  /** Who waits for the next element while the stream is negotiated. */
  #waiting: { resolve(element: XmlElement): void; reject(error: StreamError): void } | null = null;
  readonly #arrived: Frame[] = [];
  #negotiating = true;
  #end: StreamError | null = null;
  #onOpen = (): void => {};

  /** @throws StreamError */
  static async open(options: ConnectionOptions, events: ConnectionEvents, signal: AbortSignal): Promise<Connected> {
    if (signal.aborted) throw new StreamError('closed');
    const connection = new Connection(options, events);
    const abort = (): void => connection.close();
    signal.addEventListener('abort', abort);
    const cancel = options.clock.after(options.timeout, () => connection.drop(new StreamError('timeout')));
    try {
      await connection.#opened();
      const link = { write: (frame: XmlElement) => connection.#write(frame), next: () => connection.#next() };
      const negotiated = await negotiate({ ...options, link, management: connection.#client.sm });
      connection.#negotiating = false;
      // What came right behind belongs to the stream.
      for (const frame of connection.#arrived.splice(0)) connection.#deliver(frame);
      return { connection, ...negotiated };
    } catch (error) {
      connection.close();
      throw error instanceof StreamError ? error : new StreamError('refused', null, { cause: error });
    } finally {
      cancel();
      signal.removeEventListener('abort', abort);
    }
  }

  private constructor(options: ConnectionOptions, events: ConnectionEvents) {
    this.#events = events;
    const client = new Client({ jid: options.jid, server: options.domain, autoReconnect: false });
    this.#client = client;
    const { openSocket = openWebSocket } = options;
    this.#frames = new Frames(openSocket(options.url), {
      opened: () => this.#onOpen(),
      frame: (frame) => this.#receive(frame),
      ended: (error) => this.#ended(error),
    });
    client.transport = {
      connect: () => {},
      disconnect: () => this.drop(new StreamError('lost')),
      restart: () => {},
      send: async (kind, data) => void this.#export(kind, data),
    };
    if (options.session) client.sm.load(options.session);
    // stanza sends again without counting, and would take the next acknowledgement for another stanza's.
    client.sm.removeAllListeners('resend');
    client.sm.on('resend', ({ kind, stanza }: { kind: StanzaKind; stanza: Stanza }) => this.send(kind, stanza));
    client.on('stanza:acked', ({ stanza }: { stanza: Stanza }) => events.acknowledged(stanza));
    for (const kind of ['message', 'presence', 'iq'] as const) {
      client.on(kind, (frame: Frame) => this.#received(kind, frame));
    }
  }

  /** Whether what is sent gets acknowledged. */
  get managed(): boolean {
    return this.#client.sm.started;
  }

  get session(): Session | null {
    const { id, jid, allowResume, handled, lastAck, unacked } = this.#client.sm;
    return id && jid !== undefined && allowResume ? { id, jid, allowResume, handled, lastAck, unacked } : null;
  }

  /** Queues a stanza. With stream management it is sent again by the connection that resumes the session. */
  send(kind: StanzaKind, stanza: Stanza): void {
    void this.#client.send(kind, stanza);
  }

  /** Past the queue. */
  sendNow(kind: StanzaKind, stanza: Stanza): void {
    // Counted as if it had been queued: it is among what the server acknowledges.
    void this.#client.sm.track(kind, stanza as never);
    this.#write(stanza.element);
  }

  /** An element that is no stanza, such as a client state (XEP-0352). */
  write(frame: XmlElement): void {
    this.#write(frame);
  }

  /** Asks the server for anything at all; see {@link ConnectionEvents.alive}. */
  requestSign(): void {
    if (this.managed) return this.#client.sm.request();
    this.#write(element(NS_CLIENT, 'iq', { type: 'get', id: 'ping' }, [element(NS_PING, 'ping')]));
  }

  /** Ends the session too. */
  close(): void {
    this.#frames.close();
  }

  /** Ends the connection; the session may go on. */
  drop(error: StreamError): void {
    this.#frames.end(error);
  }

  #opened(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      if (this.#end) return reject(this.#end);
      this.#waiting = { resolve: () => resolve(), reject };
      this.#onOpen = () => {
        this.#waiting = null;
        resolve();
      };
    });
  }

  #next(): Promise<XmlElement> {
    const arrived = this.#arrived.shift();
    if (arrived) return Promise.resolve(arrived.element);
    if (this.#end) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject }));
  }

  #receive(frame: Frame): void {
    this.#events.alive();
    const { ns, name } = frame.element;
    if (ns === NS_STREAM && name === 'error') return this.drop(streamErrorOf(frame.element));
    if (name === 'close') return this.drop(new StreamError('refused', 'close'));
    if (!this.#negotiating) return this.#deliver(frame);
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) waiting.resolve(frame.element);
    else this.#arrived.push(frame);
  }

  #deliver(frame: Frame): void {
    const { ns, name } = frame.element;
    const management = readManagement(frame.element);
    if (management) this.#client.emit('stream:data', management, 'sm');
    else if (ns === NS_CLIENT && isStanza(name)) this.#client.emit('stream:data', frame, name);
  }

  /** What a listener throws must not reach stanza: it would not count the stanza, and take every next one for another. */
  #received(kind: StanzaKind, frame: Frame): void {
    try {
      this.#events.received(kind, frame.element, frame.cut);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  #export(kind: string, data: unknown): void {
    this.#write(kind === 'sm' ? writeManagement(data as Management) : (data as Stanza).element);
  }

  #write(frame: XmlElement): void {
    this.#frames.write(frame);
  }

  #ended(error: StreamError): void {
    this.#end = error;
    this.#client.removeAllListeners();
    this.#waiting?.reject(error);
    this.#waiting = null;
    if (!this.#negotiating) this.#events.ended(error);
  }
}

export interface Connected extends Negotiated {
  readonly connection: Connection;
}

function isStanza(name: string): name is StanzaKind {
  return name === 'message' || name === 'presence' || name === 'iq';
}

/** RFC 6120, 4.9.3. */
function streamErrorOf(error: XmlElement): StreamError {
  const condition = error.children.find((child) => typeof child !== 'string' && child.ns === NS_STREAM_ERRORS);
  const name = typeof condition === 'object' ? condition.name : 'undefined-condition';
  return new StreamError(streamProblem(name), name);
}
