import { waitUntil as within } from '@open-wc/testing';

/** As long as a busy machine needs; what never happens fails well before the test's own time is over. */
const LONGEST_MS = 10_000;

/** Waits for a condition; @throws with `message` when it never holds. */
export const waitUntil: typeof within = (holds, message, options) =>
  within(holds, message, { timeout: LONGEST_MS, ...options });
