import type { Logger } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';
import { CameraError, type CameraSource, type OpenCamera } from './media.ts';

export interface Rung {
  readonly source: CameraSource;
  /** Asked when the ladder comes to it: the device's own camera must not be opened before the answer, nor in the place of a lost one. */
  readonly allowed?: () => boolean;
}

/**
 * Opens the first source that works, best first.
 * @throws CameraError of the first rung, which is what the person chose, unless that one is just not supported
 */
export async function openLadder(rungs: readonly Rung[], scope: Scope, log: Logger): Promise<OpenCamera> {
  const errors: CameraError[] = [];
  for (const { source, allowed } of rungs) {
    scope.signal.throwIfAborted();
    if (allowed && !allowed()) continue;
    try {
      return await source.open(scope);
    } catch (error) {
      scope.signal.throwIfAborted();
      log.log('debug', 'a camera path failed', error);
      errors.push(error instanceof CameraError ? error : new CameraError('failed', String(error), { cause: error }));
    }
  }
  throw (
    errors.find(({ problem }) => problem !== 'not_supported') ??
    errors[0] ??
    new CameraError('not_supported', 'no camera may be opened')
  );
}
