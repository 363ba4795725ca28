import type { Kiosk } from './kiosk.ts';

/** Turns MatrixRTC calls of the kiosk's account on or off, and loads its page anew: the homeserver is asked once. */
export async function speaksMatrixRtc(kiosk: Kiosk, on: boolean): Promise<void> {
  await kiosk.page.evaluate(async (value) => {
    const account = window.callAssist!.snapshot.value.accounts.find(({ protocol }) => protocol === 'matrix')!;
    await window.callAssist!.setAccountOption(account.id, 'matrixRtc', value);
  }, on);
  await kiosk.open();
}
