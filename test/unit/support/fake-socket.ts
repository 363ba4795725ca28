export interface Sent {
  readonly id: number;
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The other end of the library's own connection. */
export class FakeSocket extends EventTarget {
  readonly OPEN = 1;
  readyState = 1;
  readonly haVersion = '2026.11.0';
  readonly sent: Sent[] = [];
  /** What Home Assistant answers; nothing for undefined. */
  answer: (message: Sent) => unknown = () => undefined;

  send(text: string): void {
    const message = JSON.parse(text) as Sent;
    this.sent.push(message);
    const result = this.answer(message);
    if (result !== undefined) queueMicrotask(() => this.result(message.id, result));
  }
  result(id: number, result: unknown): void {
    this.#receive({ id, type: 'result', success: true, result });
  }
  fail(id: number, code: string, message: string): void {
    this.#receive({ id, type: 'result', success: false, error: { code, message } });
  }
  event(id: number, event: unknown): void {
    this.#receive({ id, type: 'event', event });
  }
  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
  of(type: string): Sent {
    const found = this.sent.findLast((message) => message.type === type);
    if (!found) throw new Error(`${type} was not sent`);
    return found;
  }
  #receive(message: object): void {
    if (this.readyState === 1) this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }
}
