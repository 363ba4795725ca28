import { contract } from './contract.ts';
import { matrixCases } from './matrix-cases.ts';
import { MatrixHarness } from './matrix-harness.ts';
import type { MatrixEndpoints } from './matrix-users.ts';

/**
 * The provider contract against Matrix on a real homeserver. The end-to-end run calls this with the stack's endpoints
 * (or a promise of them); alone, it takes `MATRIX_BASE_URL` and `MATRIX_REGISTRATION_SECRET`.
 */
export function matrixContract(endpoints: () => Promise<MatrixEndpoints>): void {
  contract('Matrix, plain room', async () => MatrixHarness.start(await endpoints(), false));
  contract('Matrix, encrypted room', async () => MatrixHarness.start(await endpoints(), true));
  matrixCases(endpoints);
}

const baseUrl = process.env['MATRIX_BASE_URL'];
const registrationSharedSecret = process.env['MATRIX_REGISTRATION_SECRET'];
if (baseUrl && registrationSharedSecret) {
  matrixContract(async () => ({ baseUrl, registrationSharedSecret }));
}
