/** Codecs that carry no picture of their own. */
const HELPERS = /^(rtx|red|ulpfec|flexfec-03)$/i;

interface Section {
  readonly lines: readonly string[];
  readonly kind: string;
}

/** The description without `m=` sections is the first element's lines. Line ends are normalised to CRLF. */
function edit(sdp: string, change: (section: Section) => readonly string[]): string {
  const out: string[] = [];
  let section: string[] = [];
  const flush = (): void => {
    const kind = /^m=(\w+)/.exec(section[0] ?? '')?.[1] ?? 'session';
    out.push(...change({ lines: section, kind }));
    section = [];
  };
  for (const line of sdp.split(/\r\n|\n/)) {
    if (line.startsWith('m=')) flush();
    if (line !== '') section.push(line);
  }
  flush();
  return out.map((line) => `${line}\r\n`).join('');
}

/** Payload type → codec name, for those that carry pictures. */
function codecs(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, type, codec] = /^a=rtpmap:(\d+) ([\w-]+)\//.exec(line) ?? [];
    if (type && codec && !HELPERS.test(codec)) found.set(type, codec.toUpperCase());
  }
  return found;
}

/**
 * Puts H.264 first in an offer we are about to take: a Chromium answerer sends what stands first in the offer,
 * whatever its own preferences say. Packetization mode 1 before mode 0; the rest keeps its order.
 */
export function preferH264(offer: string): string {
  return edit(offer, ({ lines, kind }) => {
    const [head, ...rest] = lines;
    if (kind !== 'video' || head === undefined) return lines;
    const known = codecs(rest);
    const mode1 = new Set(rest.flatMap((line) => /^a=fmtp:(\d+) .*packetization-mode=1/.exec(line)?.[1] ?? []));
    const rank = (type: string): number => (known.get(type) !== 'H264' ? 2 : mode1.has(type) ? 0 : 1);
    const [media = '', port = '', protocol = '', ...types] = head.split(' ');
    const sorted = types.map((type, index) => ({ type, index }));
    sorted.sort((a, b) => rank(a.type) - rank(b.type) || a.index - b.index);
    return [[media, port, protocol, ...sorted.map(({ type }) => type)].join(' '), ...rest];
  });
}

/**
 * Lets Chromium's encoder begin at `kbps` instead of 300: in the description of the other side, `x-google-start-bitrate`
 * in the format parameters of each video codec.
 */
export function startBitrate(remote: string, kbps: number): string {
  const parameter = `x-google-start-bitrate=${kbps}`;
  return edit(remote, ({ lines, kind }) => {
    if (kind !== 'video') return lines;
    const without = new Set(codecs(lines).keys());
    const changed = lines.map((line) => {
      const type = /^a=fmtp:(\d+) /.exec(line)?.[1];
      return type !== undefined && without.delete(type) ? `${line};${parameter}` : line;
    });
    return [...changed, ...[...without].map((type) => `a=fmtp:${type} ${parameter}`)];
  });
}

/** Takes the candidates out of a description, so that nothing is tried before somebody answers. */
export function takeCandidates(sdp: string): {
  readonly sdp: string;
  readonly candidates: readonly RTCIceCandidateInit[];
} {
  const found: RTCIceCandidateInit[] = [];
  let index = -1;
  const rest = edit(sdp, ({ lines, kind }) => {
    if (kind !== 'session') index++;
    const mid = lines.flatMap((line) => /^a=mid:(.+)$/.exec(line)?.[1] ?? [])[0] ?? null;
    return lines.filter((line) => {
      if (line.startsWith('a=candidate:') && index >= 0)
        found.push({ candidate: line.slice('a='.length), sdpMid: mid, sdpMLineIndex: index });
      return !/^a=(candidate:|end-of-candidates)/.test(line);
    });
  });
  return { sdp: rest, candidates: found };
}
