import { JingleError } from '../jingle/errors.ts';
import type { XmlElement } from '../jingle/element.ts';
import { element } from '../jingle/element.ts';
import { parseXml, serializeXml } from '../jingle/dom.ts';
import { NS_FRAMING } from './namespaces.ts';
import { StreamError } from './problems.ts';

/** As much of a `WebSocket` as carries a stream. */
export type Socket = Pick<WebSocket, 'readyState' | 'protocol' | 'send' | 'close' | 'addEventListener'>;

const SUBPROTOCOL = 'xmpp';
const OPEN = 1;

export function openWebSocket(url: string): Socket {
  return new WebSocket(url, SUBPROTOCOL);
}

/** What came in one frame. `cut`: it was too large to be read; its own attributes are all there is of it. */
export interface Frame {
  readonly element: XmlElement;
  readonly cut: boolean;
}

export interface FramesEvents {
  readonly opened: () => void;
  readonly frame: (frame: Frame) => void;
  /** Told once; nothing comes afterwards. */
  readonly ended: (error: StreamError) => void;
}

/**
 * XMPP over one WebSocket (RFC 7395): an element per frame. The browser's own XML parser reads them: what a server
 * lets through, it reads, so that no stanza of a stranger can end the stream.
 */
export class Frames {
  readonly #socket: Socket;
  readonly #events: FramesEvents;
  #opened = false;
  #ended = false;

  constructor(socket: Socket, events: FramesEvents) {
    this.#socket = socket;
    this.#events = events;
    socket.addEventListener('open', () => this.#open());
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#receive(data));
    socket.addEventListener('close', () => this.end(new StreamError(this.#opened ? 'lost' : 'unreachable')));
    socket.addEventListener('error', () => this.end(new StreamError(this.#opened ? 'lost' : 'unreachable')));
  }

  /** @returns whether it was written */
  write(frame: XmlElement): boolean {
    if (this.#ended || this.#socket.readyState !== OPEN) return false;
    this.#socket.send(serializeXml(frame));
    return true;
  }

  /** Says goodbye (RFC 7395, 3.6) and ends; the server then forgets the session. */
  close(): void {
    this.write(element(NS_FRAMING, 'close'));
    this.end(new StreamError('closed'));
  }

  /** Ends without a word; the server keeps the session for a while (XEP-0198). */
  end(error: StreamError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket.close();
    this.#events.ended(error);
  }

  #open(): void {
    if (this.#ended) return;
    if (this.#socket.protocol !== SUBPROTOCOL) return this.end(new StreamError('malformed', 'subprotocol'));
    this.#opened = true;
    this.#events.opened();
  }

  #receive(data: unknown): void {
    if (this.#ended) return;
    const frame = typeof data === 'string' ? readFrame(data) : null;
    if (frame === null) return this.end(new StreamError('malformed', 'frame'));
    this.#events.frame(frame);
  }
}

function readFrame(xml: string): Frame | null {
  try {
    return { element: parseXml(xml), cut: false };
  } catch (error) {
    if (!(error instanceof JingleError) || error.problem !== 'too-large') return null;
    const root = rootOf(xml);
    return root && { element: root, cut: true };
  }
}

function rootOf(xml: string): XmlElement | null {
  const { documentElement: root } = new DOMParser().parseFromString(xml, 'application/xml');
  if (root.localName === 'parsererror') return null;
  const told = ['id', 'type', 'from', 'to'].map((name): [string, string | null] => [name, root.getAttribute(name)]);
  return element(root.namespaceURI ?? '', root.localName, Object.fromEntries(told));
}
