/** In kbit/s, for 720p from the first frame on a network at home. */
const BITRATES = 'x-google-start-bitrate=3000;x-google-min-bitrate=1500;x-google-max-bitrate=6000';

/** Lets Chromium's encoder begin with a large picture: players do not like one that changes its size. */
export function withBitrates(answer: string): string {
  const types = new Set([...answer.matchAll(/^a=rtpmap:(\d+) H264\/90000/gm)].map(([, type]) => type));
  return answer.replace(/^(a=fmtp:(\d+) [^\r\n]*)/gm, (line, own: string, type: string) =>
    types.has(type) ? `${own};${BITRATES}` : line,
  );
}
