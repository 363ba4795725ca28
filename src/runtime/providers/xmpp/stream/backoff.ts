import type { Millis } from '../../../call/call.ts';
import type { StreamProblem } from './problems.ts';

const MOST: Millis = 30_000;
/** Whoever took our resource, or found us too eager, is not to be fought. */
const PATIENCE = 60_000;

/**
 * How long to wait before the next attempt: at once after a loss (a little apart from others who lost theirs at the same
 * moment), then 1 s, 2 s … 30 s, each a quarter more or less.
 * @param failures attempts that failed since the stream last worked
 * @param random in [0, 1)
 */
export function backoff(problem: StreamProblem, failures: number, random: number): Millis {
  const jitter = 0.75 + random / 2;
  if (problem === 'conflict' || problem === 'busy') return PATIENCE * jitter;
  if (failures === 0) return random * 300;
  return Math.min(1000 * 2 ** (failures - 1), MOST) * jitter;
}
