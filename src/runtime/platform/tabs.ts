import type { Platform } from './platform.ts';
import { Store, type Readable } from './readable.ts';

/** The number changes when messages change, so that tabs of two versions of the card never misread each other. */
const CHANNEL = 'call-assist-tabs-3';
/** An owner that lives takes a command at once; without an answer there is none. */
const TAKEN_WITHIN = 2_000;
/** Longer than any command of the runtime lasts; an owner that crashed in between never says how it went. */
const DONE_WITHIN = 120_000;

type Message<Snapshot, Command, Result> =
  | { readonly type: 'hello' }
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot | null }
  | { readonly type: 'command'; readonly id: string; readonly command: Command }
  | { readonly type: 'taken'; readonly id: string }
  | { readonly type: 'done'; readonly id: string; readonly result: Result }
  | { readonly type: 'hand-over' };

/** How the owner tab serves the others. What it is given must be plain data. */
export interface TabOwner<Snapshot, Command, Result> {
  readonly snapshot: Readable<Snapshot>;
  command(command: Command): Promise<Result>;
  /** Another tab wants the accounts. */
  handOver(): void;
}

export interface Tabs<Snapshot, Command, Result> {
  /** What the owner tab last published; null while there is none. */
  readonly snapshot: Readable<Snapshot | null>;
  /**
   * To the owner tab. Never rejects; resolves with `nobody` when no owner takes it within 2 s, the owner goes away
   * with it, or says nothing for two minutes.
   */
  command(command: Command): Promise<Result>;
  /** Asks the owner tab to give up the accounts. */
  requestHandOver(): void;
  /** This tab is the owner from now until the returned function is called. */
  serve(owner: TabOwner<Snapshot, Command, Result>): () => void;
  close(): void;
}

export interface TabsOptions<Result> {
  readonly platform: Pick<Platform, 'clock' | 'id' | 'log'>;
  readonly nobody: Result;
  /** For tests: tabs of one name hear each other. */
  readonly channel?: string;
}

/** The tabs of this device: one owns the calls, the others are views of it. */
export function openTabs<Snapshot, Command, Result>(options: TabsOptions<Result>): Tabs<Snapshot, Command, Result> {
  type Wire = Message<Snapshot, Command, Result>;
  const { clock, id: newId, log } = options.platform;
  const channel = new BroadcastChannel(options.channel ?? CHANNEL);
  const snapshot = new Store<Snapshot | null>(null);
  const waiting = new Map<string, { settle: (result: Result) => void; cancelTimeout: () => void }>();
  let owner: TabOwner<Snapshot, Command, Result> | null = null;
  let retire = (): void => {};
  let closed = false;

  const post = (message: Wire): void => {
    if (closed) return;
    try {
      channel.postMessage(message);
    } catch (error) {
      log.log('error', 'a message to other tabs is not plain data', error);
    }
  };
  const settle = (id: string, result: Result): void => {
    const entry = waiting.get(id);
    waiting.delete(id);
    entry?.cancelTimeout();
    entry?.settle(result);
  };
  const taken = (id: string): void => {
    const entry = waiting.get(id);
    if (!entry) return;
    entry.cancelTimeout();
    entry.cancelTimeout = clock.after(DONE_WITHIN, () => settle(id, options.nobody));
  };
  const settleAll = (): void => [...waiting.keys()].forEach((id) => settle(id, options.nobody));
  const serveCommand = async (id: string, command: Command): Promise<void> => {
    if (!owner) return;
    post({ type: 'taken', id });
    const result = await owner.command(command).catch((error: unknown) => {
      log.log('error', 'a command of another tab failed', error);
      return options.nobody;
    });
    post({ type: 'done', id, result });
  };

  channel.addEventListener('message', ({ data }: MessageEvent<Wire>) => {
    switch (data.type) {
      case 'hello':
        if (owner) post({ type: 'snapshot', snapshot: owner.snapshot.value });
        return;
      case 'snapshot':
        if (owner) return;
        snapshot.set(data.snapshot);
        // The owner says goodbye with null: what it had taken is lost with it.
        if (data.snapshot === null) settleAll();
        return;
      case 'command':
        void serveCommand(data.id, data.command);
        return;
      case 'taken':
        taken(data.id);
        return;
      case 'done':
        settle(data.id, data.result);
        return;
      case 'hand-over':
        owner?.handOver();
        return;
      default:
        data satisfies never;
    }
  });
  post({ type: 'hello' });

  return {
    snapshot,
    command: (command) =>
      new Promise((resolve) => {
        const id = newId();
        const cancelTimeout = clock.after(TAKEN_WITHIN, () => settle(id, options.nobody));
        waiting.set(id, { settle: resolve, cancelTimeout });
        if (closed) settle(id, options.nobody);
        else post({ type: 'command', id, command });
      }),
    requestHandOver: () => post({ type: 'hand-over' }),
    serve(next) {
      retire();
      owner = next;
      snapshot.set(null);
      settleAll();
      const publish = (): void => post({ type: 'snapshot', snapshot: next.snapshot.value });
      const unsubscribe = next.snapshot.subscribe(publish);
      publish();
      retire = () => {
        if (owner !== next) return;
        unsubscribe();
        owner = null;
        post({ type: 'snapshot', snapshot: null });
      };
      return retire;
    },
    close() {
      retire();
      closed = true;
      channel.close();
      settleAll();
    },
  };
}
