import type { XmlElement } from '../jingle/element.ts';
import type { WireError } from '../wire.ts';
import type { Connection, Stanza, StanzaKind } from './connection.ts';

interface Entry {
  readonly kind: StanzaKind;
  readonly stanza: Stanza;
  resolve(): void;
  reject(error: WireError): void;
}

/** What was sent and is not known to have arrived. What is sent while there is no stream waits for it. */
export class Outbox {
  readonly #connection: () => Connection | null;
  readonly #waiting = new Set<Entry>();
  readonly #sent = new Map<Stanza, Entry>();

  constructor(connection: () => Connection | null) {
    this.#connection = connection;
  }

  /** Resolves when the server has it. @throws WireError `lost`, `closed` */
  send(kind: StanzaKind, element: XmlElement): Promise<void> {
    return new Promise((resolve, reject) => {
      const entry: Entry = { kind, stanza: { element }, resolve, reject };
      const connection = this.#connection();
      if (connection) this.#write(connection, entry);
      else this.#waiting.add(entry);
    });
  }

  /** There is a stream: what waits goes. */
  flush(): void {
    const connection = this.#connection();
    if (!connection) return;
    for (const entry of [...this.#waiting]) {
      this.#waiting.delete(entry);
      this.#write(connection, entry);
    }
  }

  acknowledged(stanza: Stanza): void {
    this.#sent.get(stanza)?.resolve();
    this.#sent.delete(stanza);
  }

  fail(error: WireError): void {
    for (const { reject } of [...this.#sent.values(), ...this.#waiting]) reject(error);
    this.#sent.clear();
    this.#waiting.clear();
  }

  #write(connection: Connection, entry: Entry): void {
    if (connection.managed) this.#sent.set(entry.stanza, entry);
    connection.send(entry.kind, entry.stanza);
    if (!connection.managed) entry.resolve();
  }
}
