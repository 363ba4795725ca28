/**
 * In place of matrix-js-sdk's one-to-one calls: ours are `src/runtime/providers/matrix/calls`. It must say that calls
 * are supported, since the client fetches TURN credentials only then.
 */
import { NotBundledError } from './unused.ts';

export const supportsMatrixCall = (): boolean => true;

export function createNewMatrixCall(): never {
  throw new NotBundledError('MatrixCall');
}
