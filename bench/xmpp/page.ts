import type { Moments } from './moments.ts';

/** An account, its server, and whom it knows. */
export interface BenchAccount {
  /** Bare. */
  readonly jid: string;
  readonly password: string;
  readonly websocket: string;
  /** Bare JID of its one contact. */
  readonly peer: string;
}

/** What the bench asks of a page: ours, and the one it is compared with. One call with sound and picture at a time. */
export interface BenchPage {
  readonly moments: Moments;
  /** Resolves when calls can come and go. */
  open(account: BenchAccount): Promise<void>;
  ringing(): boolean;
  answer(): void;
  dial(): void;
  /** Ends what there is and forgets its moments. */
  reset(): Promise<void>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
