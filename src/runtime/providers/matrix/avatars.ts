import type { Millis } from '../../call/call.ts';
import type { Clock } from '../../platform/platform.ts';
import type { Scope } from '../../platform/scope.ts';
import type { Credentials } from './credentials.ts';

/** Pixels of a thumbnail's side: a contact's picture on a wall tablet, sharp enough at twice the density. */
const SIZE = 96;
/** Largest thumbnail taken; servers may send the original if it is small. */
const MAX_BYTES = 1_000_000;
/** Unused pictures that are kept for the case that they come back. */
const KEEP = 32;
const AT_ONCE = 4;
const RETRY_AFTER: Millis = 60_000;
const TIMEOUT: Millis = 20_000;
// Server name and media id as the spec's grammar allows them (client-server API "Matrix Content (mxc://) URIs").
const MXC = /^mxc:\/\/([a-z0-9.:[\]-]+)\/([\w-]+)$/i;
const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif)$/;

export interface AvatarsOptions {
  readonly baseUrl: string;
  readonly credentials: Pick<Credentials, 'accessToken' | 'fetch'>;
  readonly clock: Clock;
  readonly scope: Scope;
  /** One or more pictures have come. */
  readonly changed: () => void;
}

type Entry =
  | { readonly state: 'waiting' | 'loading' }
  | { readonly state: 'ready'; readonly url: string }
  | { readonly state: 'failed'; readonly at: number };

/** Where a thumbnail is: authenticated media (spec 1.11), or the older open address of servers before that. */
export function thumbnailUrl(baseUrl: string, mxc: string, authenticated = true): string | null {
  const [, server, id] = MXC.exec(mxc) ?? [];
  if (server === undefined || id === undefined) return null;
  const path = authenticated ? '_matrix/client/v1/media' : '_matrix/media/v3';
  return `${baseUrl}/${path}/thumbnail/${server}/${id}?width=${SIZE}&height=${SIZE}&method=crop`;
}

/**
 * Pictures of people: fetched with the account's token, since an `<img>` can't send one, and lent as blob:
 * URLs. A URL is good until its picture is not {@link use}d any more and pushed out by others, or the scope closes.
 */
export class Avatars {
  /** In the order of use, oldest first. */
  readonly #entries = new Map<string, Entry>();
  readonly #options: AvatarsOptions;
  #loading = 0;

  constructor(options: AvatarsOptions) {
    this.#options = options;
    options.scope.add(() => {
      for (const mxc of [...this.#entries.keys()]) this.#drop(mxc);
    });
  }

  /** The picture's URL, or null while there is none. */
  url(mxc: string): string | null {
    const entry = this.#entries.get(mxc);
    return entry?.state === 'ready' ? entry.url : null;
  }

  /** Says which pictures are shown from now on: loads what is missing, forgets what nobody has needed for long. */
  use(wanted: ReadonlySet<string>): void {
    const now = this.#options.clock.now();
    for (const mxc of wanted) {
      const entry = this.#entries.get(mxc);
      this.#entries.delete(mxc);
      const again = !entry || (entry.state === 'failed' && Math.abs(now - entry.at) > RETRY_AFTER);
      this.#entries.set(mxc, again ? { state: 'waiting' } : entry);
    }
    const unused = [...this.#entries.keys()].filter((mxc) => !wanted.has(mxc));
    for (const mxc of unused.slice(0, Math.max(0, unused.length - KEEP))) this.#drop(mxc);
    this.#next();
  }

  #next(): void {
    for (const [mxc, entry] of this.#entries) {
      if (this.#loading >= AT_ONCE || this.#options.scope.closed) return;
      if (entry.state === 'waiting') void this.#load(mxc);
    }
  }

  async #load(mxc: string): Promise<void> {
    this.#loading++;
    this.#entries.set(mxc, { state: 'loading' });
    const picture = await this.#fetch(mxc).catch(() => null);
    this.#loading--;
    // Dropped meanwhile, or all is closed: nobody would revoke a URL made now.
    if (this.#entries.get(mxc)?.state === 'loading' && !this.#options.scope.closed) {
      this.#entries.set(
        mxc,
        picture
          ? { state: 'ready', url: URL.createObjectURL(picture) }
          : { state: 'failed', at: this.#options.clock.now() },
      );
      if (picture) this.#options.changed();
    }
    this.#next();
  }

  async #fetch(mxc: string): Promise<Blob | null> {
    const { baseUrl, credentials, clock, scope } = this.#options;
    const timeout = new AbortController();
    const stop = (): void => timeout.abort();
    const cancelTimeout = clock.after(TIMEOUT, stop);
    scope.signal.addEventListener('abort', stop);
    try {
      for (const authenticated of [true, false]) {
        const url = thumbnailUrl(baseUrl, mxc, authenticated);
        if (url === null) return null;
        const headers = authenticated ? { Authorization: `Bearer ${credentials.accessToken}` } : {};
        const response = await credentials.fetch(url, { headers, signal: timeout.signal, credentials: 'omit' });
        if (authenticated && response.status === 404 && (await isUnknownPath(response))) continue;
        if (!response.ok || Number(response.headers.get('Content-Length')) > MAX_BYTES) return null;
        const picture = await response.blob();
        return PICTURE.test(picture.type) && picture.size <= MAX_BYTES ? picture : null;
      }
      return null;
    } finally {
      cancelTimeout();
      scope.signal.removeEventListener('abort', stop);
    }
  }

  #drop(mxc: string): void {
    const entry = this.#entries.get(mxc);
    this.#entries.delete(mxc);
    if (entry?.state === 'ready') URL.revokeObjectURL(entry.url);
  }
}

async function isUnknownPath(response: Response): Promise<boolean> {
  const body = (await response.json().catch(() => null)) as { errcode?: unknown } | null;
  return body?.errcode === 'M_UNRECOGNIZED';
}
