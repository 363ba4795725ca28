import type { Millis } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { XmlElement } from '../jingle/element.ts';
import { type Envelope, readEnvelope } from '../jmi/envelope.ts';
import { type Wire, WireError } from '../wire.ts';
import { archiveQuery, PAGE_SIZE, readPage, readResult } from './stanzas.ts';

/** With {@link PAGE_SIZE}: the last thousand messages. Whoever was away for more has missed calls of before. */
const MAX_PAGES = 10;
const PAGE_WITHIN: Millis = 30_000;
/** Longer ago nobody calls back. */
const MAX_AWAY = 30 * 24 * 3_600_000;
/**
 * While the stream lives calls come by it, and the archive has nothing new: the time to ask from goes along, so that a
 * page that is loaded weeks later does not ask for more than the runtime remembers.
 */
const MOVE_EVERY: Millis = 600_000;
/** What a stream that has just broken may not have brought. */
const MARGIN = 600_000;
/** Clocks that are compared over a network differ by a little; what is found twice is known by its id. */
const OVERLAP = 60_000;

export interface ArchiveContext {
  readonly wire: Wire;
  readonly platform: Platform;
  readonly scope: Scope;
  /** From when on to ask, by the server's clock: what {@link asked} was given last; null at the first sign-in. */
  readonly since: Millis | null;
  /** Keeps the time from which the next page is to ask. After each query, and once an hour. */
  asked(since: Millis): void;
  /** Resolves when it is known who is a contact. */
  ready(): Promise<void>;
  /**
   * What is there about calls, oldest first, with what came by the stream meanwhile at the end; nothing where the archive
   * does not answer. Once for each stream that begins anew and lives long enough.
   */
  found(envelopes: readonly Envelope[], now: Millis): void;
}

/**
 * Looks into the account's archive (XEP-0313) after each stream that begins anew, for the calls that came while nobody
 * was here. Make it after the contacts and before the first stream begins. A server without an archive is silent.
 */
export function watchArchive(context: ArchiveContext): void {
  const { wire, scope, platform } = context;
  let { since } = context;
  let stream = 0;
  /** Whether everything up to now has been asked for, or came by itself. */
  let complete = false;

  const move = (to: Millis): void => {
    if (since !== null && to <= since) return;
    since = to;
    context.asked(to);
  };
  const look = async (): Promise<void> => {
    const own = ++stream;
    complete = false;
    const current = (): boolean => own === stream && !scope.closed;
    const began = platform.clock.now();
    await context.ready();
    if (!current()) return;
    // By now the server has told its time; what counts is when the stream began, since when calls come by it.
    const now = wire.now() - (platform.clock.now() - began);
    if (since === null) {
      // What came before the account was signed in here is no call that this kiosk missed.
      complete = true;
      context.found([], wire.now());
      return move(now);
    }
    const from = Math.max(Math.min(since, now), now - MAX_AWAY);
    const envelopes = await readAll(context, from, current).catch((error: unknown) => {
      if (current()) context.found([], wire.now());
      throw error;
    });
    if (!envelopes || !current()) return;
    complete = true;
    context.found(envelopes, wire.now());
    move(now - OVERLAP);
  };
  let cancelMove = (): void => {};
  const goOn = (): void => {
    cancelMove = platform.clock.after(MOVE_EVERY, () => {
      if (complete && wire.online.value) move(wire.now() - MARGIN);
      goOn();
    });
  };
  goOn();
  scope.add(() => cancelMove());
  scope.add(
    wire.onStream(({ resumed }) => {
      if (resumed) return;
      look().catch((error: unknown) => {
        const silent = error instanceof WireError && (error.problem === 'lost' || error.problem === 'closed');
        if (!silent) platform.log.log('debug', 'the archive was not read', error instanceof Error ? error.message : '');
      });
    }),
  );
}

/** @returns null where another stream has begun meanwhile @throws WireError */
async function readAll(
  { wire, platform }: ArchiveContext,
  since: Millis,
  current: () => boolean,
): Promise<readonly Envelope[] | null> {
  const pages: (readonly Envelope[])[] = [];
  // Of the stream: without them a call that has ended during the query would seem to ring still.
  const live: Envelope[] = [];
  let id = '';
  let page: Envelope[] = [];
  let left = 0;
  const stop = wire.onMessage((stanza) => {
    const result = readResult(stanza, id, wire.own);
    if (!result) {
      const envelope = readLive(stanza, wire.own);
      if (envelope && live.length < PAGE_SIZE * MAX_PAGES) live.push(envelope);
    } else if (left-- > 0 && result.envelope) {
      page.push(result.envelope);
    }
  });
  try {
    let before: string | null = '';
    for (let count = 0; count < MAX_PAGES && before !== null; count++) {
      [id, page, left] = [platform.id(), [], PAGE_SIZE];
      const payload = archiveQuery(id, since, before);
      const fin = await wire.ask({ to: null, type: 'set', payload, timeout: PAGE_WITHIN });
      if (!current()) return null;
      pages.unshift(page);
      const next = readPage(fin);
      // A server that goes round in a circle would be asked ten times for the same.
      before = next === before ? null : next;
    }
  } finally {
    stop();
  }
  return [...pages.flat(), ...live];
}

function readLive(stanza: XmlElement, own: string): Envelope | null {
  try {
    return readEnvelope(stanza, own);
  } catch {
    // Whoever handles it by the stream says so.
    return null;
  }
}
