/**
 * What becomes `dist/call-assist-worker.js`: a file of its own, which changes with every version of the card and with
 * nothing else. The build puts the version in.
 */
import { clock } from '../platform/clock.ts';
import type { WorkerScope } from './scope.ts';
import { serve } from './serve.ts';

declare const CALL_ASSIST_VERSION: string;

serve(self as unknown as WorkerScope, CALL_ASSIST_VERSION, clock);
