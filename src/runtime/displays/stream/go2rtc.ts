import type { Millis } from '../../call/call.ts';
import type { Clock } from '../../platform/platform.ts';

/**
 * `away`: it was not reached, or does not let this page ask. `refused`: it answered something else than what was asked
 * for. Which address was asked is in neither.
 */
export class Go2rtcError extends Error {
  readonly problem: 'away' | 'refused';

  constructor(problem: 'away' | 'refused', message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'Go2rtcError';
    this.problem = problem;
  }
}

/** Somebody who fetches a stream. */
export interface Watcher {
  readonly id: number;
  /** What it has been sent so far. */
  readonly bytes: number;
}

export interface StreamReport {
  /** Whether somebody publishes into it. */
  readonly published: boolean;
  readonly watchers: readonly Watcher[];
}

export interface Go2rtcOptions {
  /** Ends in a slash. */
  readonly server: URL;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/** On a network at home it answers within milliseconds; the publisher's answer waits for its own candidates. */
const ANSWERS_WITHIN: Millis = 1_000;
const PUBLISHES_WITHIN: Millis = 4_000;
/**
 * go2rtc has no stream without a source. This one is refused at once wherever it runs, and then what is published is
 * what players get.
 */
const NO_SOURCE = 'tcp://127.0.0.1:1';

/** The API of a go2rtc (1.9.14), as far as a call on a display needs it. Every method @throws Go2rtcError */
export class Go2rtc {
  readonly #options: Go2rtcOptions;

  constructor(options: Go2rtcOptions) {
    this.#options = options;
  }

  /** Resolves when it has answered as a go2rtc does. */
  async greet(signal: AbortSignal): Promise<void> {
    const said = await this.#json('api', signal);
    if (!isFields(said) || typeof said['version'] !== 'string') throw new Go2rtcError('refused', 'this is no go2rtc');
  }

  /**
   * A stream that can be published to. Made as players may make them, by asking for one with a source: so it is in
   * go2rtc's memory alone. (`PUT api/streams` writes into the configuration of somebody's house, where it would stay.)
   */
  async create(name: string, signal: AbortSignal): Promise<void> {
    // Without a duration Safari, and what calls itself so, is sent on to HLS, which makes no streams.
    const query = new URLSearchParams({ name, src: NO_SOURCE, duration: '1' });
    // It complains that the source gives nothing; whether the stream is there counts.
    await this.#ask(`api/stream.mp4?${query}`, {}, signal, PUBLISHES_WITHIN);
    await this.report(name, signal);
  }

  /** Nothing happens where it is not there; that it is not in the configuration is complained about. */
  async remove(name: string, signal: AbortSignal): Promise<void> {
    // Asked by a page that is being closed, too.
    await this.#ask(`api/streams?${src(name)}`, { method: 'DELETE', keepalive: true }, signal);
  }

  /**
   * Publishes into a stream by WHIP (RFC 9725), with all candidates in the offer. go2rtc does not let pages of other
   * origins read `Location`, and takes no more candidates, so there is nothing to be deleted or patched afterwards: it
   * ends with the connection, or with the stream.
   * @returns the answer
   */
  async publish(name: string, offer: string, signal: AbortSignal): Promise<string> {
    const query = new URLSearchParams({ dst: name });
    const headers = { 'content-type': 'application/sdp' };
    const request = { method: 'POST', headers, body: offer };
    const { status, text } = await this.#ask(`api/webrtc?${query}`, request, signal, PUBLISHES_WITHIN);
    if (status !== 201 || !text.startsWith('v=0')) throw new Go2rtcError('refused', `publishing: ${status}`);
    return text;
  }

  async report(name: string, signal: AbortSignal): Promise<StreamReport> {
    return readStream(await this.#json(`api/streams?${src(name)}`, signal));
  }

  /** The names of all streams. */
  async names(signal: AbortSignal): Promise<readonly string[]> {
    const said = await this.#json('api/streams', signal);
    return isFields(said) ? Object.keys(said) : [];
  }

  /** The address of a stream for a player. @param path below the API, as `stream.ts` */
  address(path: string, query: Readonly<Record<string, string>>): string {
    return new URL(`api/${path}?${new URLSearchParams(query)}`, this.#options.server).href;
  }

  async #json(path: string, signal: AbortSignal): Promise<unknown> {
    const { status, text } = await this.#ask(path, {}, signal);
    try {
      if (status === 200) return JSON.parse(text);
    } catch {
      // Said below, as any other answer.
    }
    throw new Go2rtcError('refused', `an answer with status ${status}`);
  }

  async #ask(
    path: string,
    request: RequestInit,
    signal: AbortSignal,
    limit = ANSWERS_WITHIN,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const { server, fetch, clock } = this.#options;
    const late = new AbortController();
    const cancel = clock.after(limit, () => late.abort());
    try {
      const own = { credentials: 'omit', cache: 'no-store', signal: AbortSignal.any([signal, late.signal]) } as const;
      const response = await fetch(new URL(path, server), { ...request, ...own });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      // The browser's error has the address in it, and says nothing more.
      throw new Go2rtcError('away', error instanceof Error ? error.name : 'not reached');
    } finally {
      cancel();
    }
  }
}

const src = (name: string): string => String(new URLSearchParams({ src: name }));

function readStream(stream: unknown): StreamReport {
  const { producers, consumers } = isFields(stream) ? stream : {};
  return {
    // What is only a source that could be asked has an address alone.
    published: fieldsOf(producers).some(({ id, bytes_recv: bytes }) => isCount(id) && isCount(bytes)),
    watchers: fieldsOf(consumers).flatMap(({ id, bytes_send: bytes }) =>
      isCount(id) ? [{ id, bytes: isCount(bytes) ? bytes : 0 }] : [],
    ),
  };
}

const fieldsOf = (list: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(list) ? list.filter((each) => isFields(each)) : [];

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;
