/** In place of matrix-js-sdk's file trees (MSC3089), which a phone has no use for. */
import { NotBundledError } from './unused.ts';

export const DEFAULT_TREE_POWER_LEVELS_TEMPLATE = {};

export class MSC3089TreeSpace {
  constructor() {
    throw new NotBundledError('MSC3089TreeSpace');
  }
}
