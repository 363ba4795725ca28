/**
 * What becomes `dist/call-assist-worker.js`: a file of its own, which changes with every version of the card and with
 * nothing else. The build puts the version in.
 */
import type { WorkerScope } from './scope.ts';
import { serve } from './serve.ts';

declare const CALL_ASSIST_VERSION: string;

serve(self as unknown as WorkerScope, CALL_ASSIST_VERSION, {
  now: () => Date.now(),
  after(delay, task) {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
});
