export interface FakeRequest {
  readonly url: URL;
  readonly body: Record<string, unknown>;
  /** What was sent as a form; empty if nothing was. */
  readonly form: URLSearchParams;
  readonly headers: Headers;
  readonly signal: AbortSignal | null;
}

type Handler = (request: FakeRequest) => Response | Promise<Response>;

/** Stands in for `fetch` until it is restored: answers by method and path, like one homeserver. */
export class FakeNetwork {
  /** Nothing answers any more. */
  fail = false;
  /** Requests that were answered or wait for their answer. */
  readonly asked: { readonly method: string; readonly path: string; readonly request: FakeRequest }[] = [];
  readonly #handlers = new Map<string, Handler>();
  readonly #real = globalThis.fetch;

  constructor() {
    globalThis.fetch = (input, init) => this.#fetch(input, init);
  }

  /** An answer that comes only by being aborted. */
  static hang(signal: AbortSignal | null): Promise<Response> {
    return new Promise((_resolve, reject) => {
      const abort = (): void => reject(new DOMException('aborted', 'AbortError'));
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort);
    });
  }

  on(method: string, path: string, handler: Handler): void {
    this.#handlers.set(`${method} ${path}`, handler);
  }

  /** Body of the last request with this method. */
  last(method: string): Record<string, unknown> | undefined {
    return this.asked.findLast((entry) => entry.method === method)?.request.body;
  }

  count(path: string): number {
    return this.asked.filter((entry) => entry.path === path).length;
  }

  restore(): void {
    globalThis.fetch = this.#real;
  }

  async #fetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const method = init.method ?? 'GET';
    // The page's own files: chunks, the crypto wasm.
    if (url.origin === location.origin || url.protocol === 'blob:') return this.#real.call(globalThis, input, init);
    const body = (typeof init.body === 'string' ? JSON.parse(init.body) : {}) as Record<string, unknown>;
    const form = init.body instanceof URLSearchParams ? init.body : new URLSearchParams();
    const request = { url, body, form, headers: new Headers(init.headers), signal: init.signal ?? null };
    this.asked.push({ method, path: url.pathname, request });
    await Promise.resolve();
    if (this.fail) throw new TypeError('Failed to fetch');
    if (request.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const handler = this.#handlers.get(`${method} ${url.pathname}`);
    return handler ? handler(request) : json({ errcode: 'M_UNRECOGNIZED', error: 'no such path' }, 404);
  }
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}
