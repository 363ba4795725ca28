import { matrixContract } from '../contract/matrix.test.ts';
import { house } from './support/house.ts';

/** What every provider must do, here Matrix against the house's own homeserver, with users of its own. */
matrixContract(async () => (await house()).stack.endpoints.matrix);
