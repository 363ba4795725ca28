/** What the runtime takes from the browser besides media and storage. Injected, so that tests own time and chance. */
export interface Platform {
  readonly clock: Clock;
  readonly log: Logger;
  /** A fresh random id: 128 bits, hexadecimal, good on pages without a secure context too. */
  id(): string;
  /** A number in [0, 1), for jitter. */
  random(): number;
}

export interface Clock {
  /** Milliseconds since 1970 by this device's clock: compare, never trust against a server's. */
  now(): number;
  /** Runs `task` once after `delay` ms; the result cancels it. */
  after(delay: number, task: () => void): () => void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/**
 * The one way to the console and to the diagnostics page.
 * debug: of use to us while developing. info: one line for each thing a person did or saw (a call began,
 * an account came online). warn: worked around, somebody may notice. error: a promise of ours was broken.
 * Never pass secrets, SDP, message contents or whole events of a protocol.
 */
export interface Logger {
  log(level: LogLevel, message: string, detail?: unknown): void;
  /** A logger whose lines begin with `name`. */
  child(name: string): Logger;
}
