/** In place of matrix-js-sdk's full-mesh group calls (MSC3401), which nobody begins here. */
import { NotBundledError } from './unused.ts';

export class GroupCall {
  constructor() {
    throw new NotBundledError('GroupCall');
  }
}
