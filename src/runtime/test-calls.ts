import type { TestCallOptions } from './api.ts';
import type { CommandResult } from './command.ts';
import type { AccountEvents } from './accounts.ts';
import type { CallsState, Peer } from './call/call.ts';
import { isLive } from './call/find.ts';
import type { Engine } from './engine.ts';
import type { Platform } from './platform/platform.ts';
import type { Scope } from './platform/scope.ts';
import type { Echo } from './providers/echo/echo.ts';
import { ECHO_ACCOUNT, echoPeer } from './providers/echo/peer.ts';

/** Whether a call is with the page's own test partner: nothing of it is written down or told to Home Assistant. */
export const isTestCall = ({ peer }: { readonly peer: Peer }): boolean => peer.accountId === ECHO_ACCOUNT;

/**
 * What is shown as the last result after a step of the core: how a test call ended is not it.
 * @param shown what was shown before the step
 */
export function lastResultAfter(
  shown: CallsState['lastResult'],
  before: CallsState,
  after: CallsState,
): CallsState['lastResult'] {
  const over = new Set(before.calls.filter(({ reason }) => reason !== null).map(({ id }) => id));
  const ended = after.calls.filter(({ id, reason }) => reason !== null && !over.has(id));
  const known = new Set([...before.past, ...before.calls].map(({ id }) => id));
  const turnedAway = after.past.some(({ id }) => !known.has(id));
  if (turnedAway || ended.some((call) => !isTestCall(call))) return after.lastResult;
  return ended.length > 0 || after.lastResult === before.lastResult ? shown : after.lastResult;
}

export interface TestCallsOptions {
  readonly engine: Pick<Engine, 'command' | 'state'>;
  readonly events: AccountEvents;
  readonly platform: Platform;
  /** The owner's: with it the partner goes. */
  readonly scope: Scope;
  readonly onChunkLost: (error: unknown) => void;
}

export interface TestCalls {
  /** The partner, loaded when somebody first wants it. */
  session(): Promise<Echo>;
  /** @throws when there is a call already */
  simulateCall(options: TestCallOptions): Promise<void>;
  testCall(options: TestCallOptions): Promise<CommandResult>;
  /** The same once more, as after any call. */
  again(video: boolean): Promise<CommandResult>;
}

/** Calls with a partner in this page, for trying how it rings and how one is seen and heard. */
export function createTestCalls({ engine, events, platform, scope, onChunkLost }: TestCallsOptions): TestCalls {
  let opening: Promise<Echo> | null = null;
  let name = '';
  const open = async (): Promise<Echo> => {
    try {
      const { createEcho } = await import('./providers/echo/echo.ts');
      const echo = createEcho({ platform, ...events });
      scope.add(() => echo.close());
      return echo;
    } catch (error) {
      opening = null;
      onChunkLost(error);
      throw error;
    }
  };
  const session = (): Promise<Echo> => (opening ??= open());
  const busy = (): boolean => engine.state.value.calls.some(isLive);
  const testCall = async (options: TestCallOptions): Promise<CommandResult> => {
    if (busy()) return { ok: false, reason: 'refused_busy' };
    name = options.name;
    return engine.command({
      type: 'dial',
      callId: platform.id(),
      peer: echoPeer(name),
      media: { audio: true, video: options.video },
    });
  };
  return {
    session,
    async simulateCall(options) {
      const echo = await session();
      if (busy()) throw new Error('There is a call already');
      name = options.name;
      echo.simulateIncoming(options);
    },
    testCall,
    again: (video) => testCall({ video, name }),
  };
}
