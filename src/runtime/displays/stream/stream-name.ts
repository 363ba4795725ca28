import type { Millis } from '../../call/call.ts';

/** Longer than any set-up of a stream takes, and than two clocks at home differ. */
const OLD: Millis = 120_000;
const PREFIX = 'call-assist';

/** A name that nobody guesses, and that says when it was made. @param id 128 bits of chance */
export function streamName(now: Millis, id: string): string {
  return `${PREFIX}-${now.toString(36)}-${id}`;
}

/** Those that some tablet made a while ago: if nobody publishes there, it went away without tidying up. */
export function oldStreams(names: readonly string[], now: Millis): readonly string[] {
  return names.filter((name) => {
    const made = new RegExp(`^${PREFIX}-([0-9a-z]+)-[0-9a-f]{32}$`).exec(name)?.[1];
    return made !== undefined && now - parseInt(made, 36) > OLD;
  });
}
