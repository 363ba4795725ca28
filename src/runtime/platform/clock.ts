import type { Clock } from './platform.ts';

/** What a timer of the browser can count to; longer delays would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** The browser's. */
export const clock: Clock = {
  now: () => Date.now(),
  after(delay, task) {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (left: number): void => {
      timer = setTimeout(() => (left > LONGEST ? wait(left - LONGEST) : task()), Math.min(Math.max(left, 0), LONGEST));
    };
    wait(delay);
    return () => clearTimeout(timer);
  },
};
