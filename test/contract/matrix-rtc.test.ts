import { contract } from './contract.ts';
import { MatrixRtcHarness } from './matrix-rtc-harness.ts';
import type { MatrixEndpoints } from './matrix-users.ts';
import type { ElementCallPages } from '../peers/element-call/server.ts';

/** A homeserver that names an SFU, and Element Call to be opened beside it. */
export interface RtcEndpoints {
  readonly matrix: MatrixEndpoints;
  readonly elementCall: ElementCallPages;
}

/** The provider contract against MatrixRTC, with Element Call as the other side. */
export function matrixRtcContract(endpoints: () => Promise<RtcEndpoints>): void {
  for (const encrypted of [false, true]) {
    contract(`MatrixRTC, ${encrypted ? 'encrypted' : 'plain'} room`, async () => {
      const { matrix, elementCall } = await endpoints();
      return MatrixRtcHarness.start(matrix, elementCall, encrypted);
    });
  }
}
