const NAME = 'call-assist-owner';

export interface OwnerLockOptions {
  /** This tab has the device's accounts now. May come again after {@link OwnerLockOptions.onLost}. */
  readonly onOwner: () => void;
  /** Another tab took them: close everything at once. This tab waits in line again by itself. */
  readonly onLost: () => void;
  /** Ends it: gives the lock back or leaves the line; nothing is called any more. */
  readonly signal: AbortSignal;
  /** The browser's; undefined on pages without a secure context. */
  readonly locks?: LockManager | undefined;
}

export interface OwnerLock {
  /** False where the browser has no locks: then every tab believes that it is the owner, and says so. */
  readonly exclusive: boolean;
  /** Takes the accounts from whoever has them ("Use here"). */
  steal(): void;
  /** Gives the lock to the next in line and waits behind it; without another tab this one gets it back. */
  handOver(): void;
}

/**
 * One owner per device. A lock of the browser ends with its page, also when that crashes, so the next tab takes over
 * without any timeout of ours (Web Locks, https://w3c.github.io/web-locks/).
 */
export function requestOwnership(options: OwnerLockOptions): OwnerLock {
  const { onOwner, onLost, signal } = options;
  const locks = 'locks' in options ? options.locks : navigator.locks;
  if (!locks) {
    queueMicrotask(() => signal.aborted || onOwner());
    return { exclusive: false, steal() {}, handOver() {} };
  }
  let holding = false;
  /** Ends the present request: leaves the line, or gives the lock back. */
  let leave = (): void => {};

  const request = (steal: boolean): void => {
    const left = new AbortController();
    const done = new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve()));
    let held = false;
    leave = () => left.abort();
    const hold = async (): Promise<void> => {
      // The lock may come in the moment in which we left the line.
      if (left.signal.aborted) return;
      held = true;
      holding = true;
      onOwner();
      await done;
      holding = false;
    };
    // A stolen lock cannot be waited for, so the two options exclude each other.
    const asked = steal ? locks.request(NAME, { steal }, hold) : locks.request(NAME, { signal: left.signal }, hold);
    asked.catch((error: unknown) => {
      if (left.signal.aborted) return;
      if (!held) throw error;
      left.abort();
      holding = false;
      onLost();
      if (!signal.aborted) request(false);
    });
  };

  if (!signal.aborted) request(false);
  signal.addEventListener('abort', () => leave(), { once: true });
  const again = (steal: boolean): void => {
    if (signal.aborted) return;
    leave();
    request(steal);
  };
  return { exclusive: true, steal: () => holding || again(true), handOver: () => again(false) };
}
