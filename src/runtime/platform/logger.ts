import type { Clock, Logger, LogLevel } from './platform.ts';
import { detailText, redact } from './redact.ts';

/** How many lines diagnostics can show. */
const KEPT = 300;

export interface LogLine {
  readonly at: number;
  readonly level: LogLevel;
  /** Redacted: safe to show and to copy. */
  readonly text: string;
}

export interface RecordingLogger extends Logger {
  /** The last lines, oldest first, for the diagnostics page. */
  recent(): readonly LogLine[];
}

/** A logger to `sink`, which remembers its last lines. Nothing passes through it unredacted, to the sink neither. */
export function createLogger(clock: Pick<Clock, 'now'>, sink: Pick<Console, LogLevel> = console): RecordingLogger {
  const lines: LogLine[] = [];
  const write = (level: LogLevel, name: string, message: string, detail: unknown): void => {
    const rest = detailText(detail);
    const text = redact(`${name}: ${message}`) + (rest && ` (${rest})`);
    lines.push({ at: clock.now(), level, text });
    if (lines.length > KEPT) lines.shift();
    sink[level](text);
  };
  const named = (name: string): Logger => ({
    log: (level, message, detail) => write(level, name, message, detail),
    child: (child) => named(`${name} ${child}`),
  });
  return { ...named('call-assist'), recent: () => [...lines] };
}
