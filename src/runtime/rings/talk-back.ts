/**
 * Whether a camera that Home Assistant answers for takes our sound. `currentDirection` is `sendrecv` in any case; what
 * tells is how many codecs the answer names for it: the one of the loudspeaker, or all that were offered because
 * nobody chose (measured with go2rtc 1.9.14, which drops the sound then). Pure.
 * @param answer SDP
 */
export function takesSound(answer: string): boolean {
  const audio = answer.split(/\r?\n(?=m=)/).find((section) => section.startsWith('m=audio'));
  if (!audio) return false;
  const [, , , ...payloads] = (audio.split(/\r?\n/, 1)[0] ?? '').trim().split(' ');
  return payloads.length === 1 && /^a=sendrecv\s*$/m.test(audio);
}
