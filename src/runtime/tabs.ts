import type { Command, CommandResult, Snapshot } from './api.ts';
import type { Platform } from './platform/platform.ts';

/** How long another tab may take to answer a command. */
const REPLY_WAIT = 35_000;

type Message =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'hello' }
  | { readonly type: 'command'; readonly id: string; readonly command: Command }
  | { readonly type: 'result'; readonly id: string; readonly result: CommandResult };

/** The line between the tab that owns the calls and the tabs that show it. */
export interface Mirror {
  /** By the owner, at each change. */
  post(snapshot: Snapshot): void;
  /** By another tab: handed to the owner; null when no owner answered in time. */
  command(command: Command): Promise<CommandResult | null>;
  close(): void;
}

/** Tabs of one origin on one device share it; nothing secret is in a snapshot or a command. */
export function mirror(options: {
  readonly platform: Platform;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  /** null: this tab is not the owner. */
  readonly onCommand: (command: Command) => Promise<CommandResult> | null;
}): Mirror {
  const { platform, onSnapshot, onCommand } = options;
  const channel = new BroadcastChannel('call-assist');
  const waiting = new Map<string, (result: CommandResult | null) => void>();
  let latest: Snapshot | null = null;
  const send = (message: Message): void => channel.postMessage(message);

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    switch (data.type) {
      case 'snapshot':
        latest = null; // Somebody else is the owner now.
        return onSnapshot(data.snapshot);
      case 'hello':
        if (latest) send({ type: 'snapshot', snapshot: latest });
        return;
      case 'command':
        void onCommand(data.command)?.then((result) => send({ type: 'result', id: data.id, result }));
        return;
      case 'result':
        waiting.get(data.id)?.(data.result);
        return;
      default:
        return data satisfies never;
    }
  });
  send({ type: 'hello' });

  return {
    post(snapshot) {
      latest = snapshot;
      send({ type: 'snapshot', snapshot });
    },
    command(command) {
      const id = platform.id();
      return new Promise((resolve) => {
        const settle = (result: CommandResult | null): void => {
          cancel();
          waiting.delete(id);
          resolve(result);
        };
        const cancel = platform.clock.after(REPLY_WAIT, () => settle(null));
        waiting.set(id, settle);
        send({ type: 'command', id, command });
      });
    },
    close: () => channel.close(),
  };
}
