import type { Kiosk } from './kiosk.ts';

/**
 * Turns MatrixRTC calls of the kiosk's account on or off, and loads its page anew: the homeserver is asked once.
 * @returns whether they were on before
 */
export async function speaksMatrixRtc(kiosk: Kiosk, on: boolean): Promise<boolean> {
  const before = await kiosk.page.evaluate(async (value) => {
    const account = window.callAssist!.snapshot.value.accounts.find(({ protocol }) => protocol === 'matrix')!;
    const option = account.options.find(({ name }) => name === 'matrixRtc');
    await window.callAssist!.setAccountOption(account.id, 'matrixRtc', value);
    return option !== undefined && 'on' in option && option.on;
  }, on);
  await kiosk.open();
  return before;
}
