import { after } from 'node:test';
import { matrixRtcContract } from '../contract/matrix-rtc.test.ts';
import { serveElementCall, type ElementCallPages } from '../peers/element-call/server.ts';
import { rtcHouse } from './support/rtc-house.ts';

let pages: Promise<ElementCallPages> | undefined;

/** What every provider must do, here MatrixRTC against the house's own homeserver and SFU, with users of its own. */
matrixRtcContract(async () => {
  const { stack } = await rtcHouse();
  return { matrix: stack.endpoints.matrix, elementCall: await (pages ??= serveElementCall()) };
});

after(async () => (await pages)?.close());
