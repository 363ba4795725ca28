import { type ByteReader, LinkError } from './bytes.ts';

/** A way to a page, over UDP (RFC 8839, 5.1). */
export interface Candidate {
  readonly type: 'host' | 'srflx' | 'relay';
  /** IPv4, IPv6, or a name of mDNS (`<uuid>.local`), behind which Chromium hides the device's own addresses. */
  readonly address: string;
  readonly port: number;
}

const TYPES = ['host', 'srflx', 'relay'] as const;
const [IPV4, IPV6, MDNS] = [0, 1, 2];

/** 7 bytes for IPv4, 19 for others. @throws LinkError `unsupported` */
export function packCandidate({ type, address, port }: Candidate): readonly number[] {
  const [family, bytes] = packAddress(address);
  return [(TYPES.indexOf(type) << 4) | family, ...bytes, port >> 8, port & 0xff];
}

/** @throws LinkError `malformed` */
export function unpackCandidate(reader: ByteReader): Candidate {
  const [typeIndex, family] = reader.nibbles();
  const type = TYPES[typeIndex];
  if (!type || family > MDNS) throw new LinkError('malformed', 'candidate');
  const address = unpackAddress(family, reader.take(family === IPV4 ? 4 : 16));
  const port = (reader.byte() << 8) | reader.byte();
  if (port === 0) throw new LinkError('malformed', 'port');
  return { type, address, port };
}

function packAddress(address: string): readonly [family: number, bytes: readonly number[]] {
  if (/^\d+(\.\d+){3}$/.test(address)) {
    const bytes = address.split('.').map(Number);
    if (bytes.every((byte) => byte <= 0xff)) return [IPV4, bytes];
  }
  const uuid = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.local$/i.exec(address)?.[1];
  if (uuid) return [MDNS, bytesOfHex(uuid.replaceAll('-', ''))];
  const groups = groupsOf(address);
  if (groups) return [IPV6, groups.flatMap((group) => [group >> 8, group & 0xff])];
  throw new LinkError('unsupported', 'address');
}

function unpackAddress(family: number, bytes: Uint8Array): string {
  if (family === IPV4) return bytes.join('.');
  const hex = hexOf(bytes);
  if (family === IPV6) return hex.replace(/(.{4})(?!$)/g, '$1:');
  return `${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}.local`;
}

/** The eight groups of an IPv6 address (RFC 4291, 2.2), null where it is none. */
function groupsOf(address: string): readonly number[] | null {
  const halves = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2) return null;
  const [head = [], tail] = halves;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? groups.map((group) => parseInt(group, 16)) : null;
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function bytesOfHex(hex: string): readonly number[] {
  return (hex.match(/../g) ?? []).map((byte) => parseInt(byte, 16));
}
