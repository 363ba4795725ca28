/** A go2rtc as a page sees it: streams that are made, published to and watched. */
export class FakeServer {
  /** By name: what has been sent to each that watches. */
  readonly streams = new Map<string, { published: boolean; watchers: number[] }>();
  /** Method and path of each request, without what is in the query. */
  readonly asked: string[] = [];
  /** Nobody answers. */
  away = false;
  /** It answers late, or never. */
  silent = false;
  /** What it says to who publishes: takes an offer, gives an answer. */
  answers: (offer: string) => Promise<string> = () => Promise.resolve('v=0\r\n');
  status = { publish: 201 };
  /** Whether it makes a stream for who asks for one. */
  makes = true;

  readonly fetch = async (input: RequestInfo | URL, request: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = request.method ?? 'GET';
    this.asked.push(`${method} ${url.pathname}`);
    if (this.silent) {
      await new Promise((_, reject) => {
        request.signal?.addEventListener('abort', () => reject(new DOMException('late', 'AbortError')));
      });
    }
    if (this.away) throw new TypeError(`Failed to fetch ${url.href}`);
    return this.#answer(method, url, request);
  };

  async #answer(method: string, url: URL, { body }: RequestInit): Promise<Response> {
    const { pathname, searchParams } = url;
    const name = searchParams.get('src') ?? '';
    if (pathname.endsWith('/api')) return Response.json({ version: '1.9.14' });
    if (pathname.endsWith('/api/webrtc')) {
      const stream = this.streams.get(searchParams.get('dst') ?? '');
      if (!stream) return new Response('', { status: 404 });
      if (this.status.publish !== 201) return new Response('', { status: this.status.publish });
      stream.published = true;
      return new Response(await this.answers(body as string), { status: 201 });
    }
    if (pathname.endsWith('/api/stream.mp4')) {
      if (this.makes) this.streams.set(searchParams.get('name') ?? '', { published: false, watchers: [] });
      return new Response('streams: connection refused', { status: 500 });
    }
    if (method === 'DELETE') return new Response('', { status: this.streams.delete(name) ? 200 : 404 });
    if (name === '') return Response.json(Object.fromEntries(this.streams));
    const stream = this.streams.get(name);
    if (!stream) return new Response('', { status: 404 });
    return Response.json({
      producers: [{ url: 'tcp://127.0.0.1:1' }, ...(stream.published ? [{ id: 1, bytes_recv: 5 }] : [])],
      consumers: stream.watchers.length ? stream.watchers.map((bytes_send, id) => ({ id, bytes_send })) : null,
    });
  }
}
