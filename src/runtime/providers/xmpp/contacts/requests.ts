import type { ContactRequest } from '../../provider.ts';
import { nameOf } from './select.ts';

/** At once; more is an attack, and the server brings the others again. */
const MAX_REQUESTS = 100;

interface Asked {
  readonly nick: string;
  /** The stream that told of it. */
  readonly stream: number;
}

/** Who asks to see our presence (RFC 6121, 3.1), by bare JID. The server tells again in each stream. */
export class Requests {
  readonly #asked = new Map<string, Asked>();
  #stream = 0;

  /** A stream has begun. What was asked before stands until {@link settle}. */
  begin(): void {
    this.#stream++;
  }

  /** What the server has not told again is answered elsewhere, or taken back. */
  settle(): void {
    for (const [jid, { stream }] of [...this.#asked]) if (stream !== this.#stream) this.#asked.delete(jid);
  }

  /** @returns whether there is room for it */
  add(jid: string, nick: string): boolean {
    if (!this.#asked.has(jid) && this.#asked.size >= MAX_REQUESTS) return false;
    this.#asked.set(jid, { nick, stream: this.#stream });
    return true;
  }

  remove(jid: string): void {
    this.#asked.delete(jid);
  }

  nick(jid: string): string | null {
    return this.#asked.get(jid)?.nick ?? null;
  }

  jids(): readonly string[] {
    return [...this.#asked.keys()];
  }

  /** Oldest first. */
  list(accountId: string): readonly ContactRequest[] {
    return [...this.#asked].map(([jid, { nick }]) => ({
      id: jid,
      accountId,
      address: jid,
      name: nameOf(jid, '', nick),
    }));
  }
}
