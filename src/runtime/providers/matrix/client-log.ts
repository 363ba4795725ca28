import type { Logger as SdkLogger } from 'matrix-js-sdk/lib/logger.js';
import { logger as globalLogger } from 'matrix-js-sdk/lib/logger.js';
import type { Logger } from '../../platform/platform.ts';

/**
 * The SDK's log, reduced to what is safe to keep: warnings and errors, of those the first text and the names
 * of errors. What else it passes are events, addresses and SDP.
 */
export function quietLogger(log: Logger): SdkLogger {
  const drop = (): void => {};
  const keep =
    (level: string) =>
    (...parts: readonly unknown[]): void => {
      const [text] = parts;
      const errors = parts.filter((part) => part instanceof Error).map(describeError);
      log.log('debug', `sdk ${level}: ${typeof text === 'string' ? shorten(text) : ''} ${errors.join(', ')}`.trimEnd());
    };
  const logger: SdkLogger = {
    trace: drop,
    debug: drop,
    info: drop,
    warn: keep('warning'),
    error: keep('error'),
    getChild: () => logger,
  };
  return logger;
}

/** Parts of the SDK write to a logger of their own, with whole events and SDP: they are silenced, once for the page. */
export function silenceGlobalLogger(): void {
  const levels = globalLogger as unknown as { setLevel?: (level: 'silent', persist: boolean) => void };
  levels.setLevel?.('silent', false);
}

/** Name, Matrix error code and HTTP status: all that may be said of an error whose text may hold addresses. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { errcode, httpStatus } = error as { errcode?: unknown; httpStatus?: unknown };
  const parts = [errcode, httpStatus].filter((part) => typeof part === 'string' || typeof part === 'number');
  return [error.name, ...parts.filter((part) => part !== error.name)].join(' ');
}

function shorten(text: string): string {
  return text.replace(/[@!$#][^\s:]+:[^\s,)]+/g, '…').slice(0, 120);
}
