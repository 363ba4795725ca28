import type { RingTouched } from './messages.ts';

/**
 * What we use of a service worker's global scope. Types of workers and of pages cannot be had in one program, and a
 * test is any browser it likes.
 */
export interface WorkerScope {
  readonly registration: {
    showNotification(title: string, options: RingOptions): Promise<void>;
    getNotifications(filter?: { readonly tag: string }): Promise<readonly RingNotification[]>;
  };
  readonly clients: {
    get(id: string): Promise<PageClient | undefined>;
    matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: true }): Promise<readonly PageClient[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageOfPage) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Touch) => void): void;
}

interface Lasting {
  /** The worker lives until this is done. */
  waitUntil(work: Promise<unknown>): void;
}

export interface MessageOfPage extends Lasting {
  readonly data: unknown;
  readonly source: Pick<PageClient, 'id' | 'url'> | null;
  readonly ports: readonly { postMessage(message: unknown): void }[];
}

export interface Touch extends Lasting {
  readonly notification: RingNotification;
  readonly action: string;
}

export interface PageClient {
  readonly id: string;
  readonly url: string;
  /** Rejects where the browser saw no touch. */
  focus(): Promise<unknown>;
  postMessage(message: RingTouched): void;
}

export interface RingNotification {
  readonly tag: string;
  /** What {@link RingOptions.data} was. */
  readonly data: unknown;
  close(): void;
}

/** Options of a notification; `actions` is not in the types of pages. */
export interface RingOptions extends NotificationOptions {
  readonly actions: readonly { readonly action: string; readonly title: string }[];
  readonly data: RingData;
}

/** What a notification knows of its ring, for as long as the browser keeps it. */
export interface RingData {
  readonly callId: string;
  /** The page that rings, and where it was. */
  readonly page: string;
  readonly url: string;
}
