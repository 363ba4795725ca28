/** In place of matrix-js-sdk's sliding sync: we sync the classic way, which every homeserver speaks. */
import { NotBundledError } from './unused.ts';

export class SlidingSyncSdk {
  constructor() {
    throw new NotBundledError('SlidingSyncSdk');
  }
}
