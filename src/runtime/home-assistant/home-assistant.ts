import type { Readable, Unsubscribe } from '../platform/readable.ts';

/** One entity's state as Home Assistant sends it. */
export interface EntityState {
  readonly entity_id: string;
  readonly state: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** ISO 8601. */
  readonly last_changed: string;
  readonly last_updated: string;
  readonly context: { readonly id: string; readonly user_id: string | null };
}
export type EntityStates = Readonly<Record<string, EntityState>>;

/**
 * The page's own connection to Home Assistant, as the rest of the runtime sees it. After a lost connection everything
 * is subscribed again by itself; `request` and `callService` fail while it is down.
 */
export interface HomeAssistant {
  /** Empty until the first states have come. */
  readonly states: Readable<EntityStates>;
  /** Socket open and Home Assistant running. */
  readonly connected: Readable<boolean>;
  /** The user this browser is signed in as. */
  readonly user: Promise<{ readonly id: string; readonly name: string; readonly isAdmin: boolean }>;
  /** @throws HomeAssistantError */
  callService(
    domain: string,
    service: string,
    data: Readonly<Record<string, unknown>>,
    entityId?: string,
  ): Promise<void>;
  /** One websocket command and its result. @throws HomeAssistantError */
  request<T>(message: { readonly type: string } & Readonly<Record<string, unknown>>): Promise<T>;
  /**
   * A subscription that is never sent again by the library (a WebRTC offer must not be): after a loss it is dead and
   * its owner begins anew. @throws HomeAssistantError
   */
  subscribeOnce<T>(
    message: { readonly type: string } & Readonly<Record<string, unknown>>,
    onEvent: (event: T) => void,
  ): Promise<Unsubscribe>;
  /** An absolute URL of this instance for a path such as `/api/hls/…`. */
  url(path: string): string;
  close(): void;
}

export class HomeAssistantError extends Error {
  /** Home Assistant's error code, or `connection_lost`, `timeout`. */
  readonly code: string;

  constructor(code: string, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'HomeAssistantError';
    this.code = code;
  }
}
