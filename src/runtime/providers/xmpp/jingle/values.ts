import { JingleError } from './errors.ts';
import type { XmlElement } from './element.ts';

/** Limits of what is read; a real session stays far below each. */
export const LIMITS = {
  contents: 16,
  payloadTypes: 128,
  parameters: 64,
  feedback: 64,
  extensions: 64,
  sources: 128,
  candidates: 200,
  fingerprints: 4,
  options: 8,
  info: 16,
  /** Characters of an SDP description. */
  sdp: 200_000,
} as const;

/** Characters of a value. */
const MAX_VALUE = 1_000;
/** Characters of an id or a name. */
const MAX_NAME = 255;

/** RFC 8866, 9: `token`. */
const TOKEN = /^[!#$%&'*+\-.^_`{|}~0-9A-Za-z]+$/;
/** RFC 8839, 5.4: `ice-char`. */
const ICE = /^[A-Za-z0-9+/]+$/;
/** A name of mDNS, an IPv4 or an IPv6 address. */
const ADDRESS = /^[0-9A-Za-z.:_-]{1,255}$/;
const NUMBER = /^\d{1,10}$/;
// Whatever would end a line of SDP, or the stream it is sent in.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;

/** At most `limit` of them. @throws JingleError `too-large` */
export function few<T>(all: readonly T[], limit: number, where: string): readonly T[] {
  if (all.length > limit) throw new JingleError('too-large', where);
  return all;
}

export function attribute(element: XmlElement, name: string): string | null {
  return Object.hasOwn(element.attributes, name) ? (element.attributes[name] ?? null) : null;
}

/** @throws JingleError `malformed`, as all below */
export function needed(value: string | null | undefined, where: string): string {
  if (value === null || value === undefined || value === '') throw new JingleError('malformed', where);
  return value;
}

/** Text that fits into one line of SDP. May be empty. */
export function line(value: string, where: string): string {
  if (value.length > MAX_VALUE) throw new JingleError('too-large', where);
  if (CONTROL.test(value)) throw new JingleError('malformed', where);
  return value;
}

/** An id, a name: not empty. */
export function name(value: string | null | undefined, where: string): string {
  const given = needed(value, where);
  if (given.length > MAX_NAME) throw new JingleError('too-large', where);
  return line(given, where);
}

export function token(value: string | null | undefined, where: string): string {
  const given = name(value, where);
  if (!TOKEN.test(given)) throw new JingleError('malformed', where);
  return given;
}

export function isToken(value: string): boolean {
  return TOKEN.test(value);
}

export function iceText(value: string | null | undefined, least: number, where: string): string {
  const given = name(value, where);
  if (given.length < least || !ICE.test(given)) throw new JingleError('malformed', where);
  return given;
}

export function address(value: string | null | undefined, where: string): string {
  const given = needed(value, where);
  if (!ADDRESS.test(given)) throw new JingleError('malformed', where);
  return given;
}

/** A whole number from `least` to `most`. */
export function number(value: string | null | undefined, least: number, most: number, where: string): number {
  const given = needed(value, where);
  const read = NUMBER.test(given) ? Number(given) : Number.NaN;
  if (!(read >= least && read <= most)) throw new JingleError('malformed', where);
  return read;
}

export function oneOf<const T extends string>(value: string | null | undefined, all: readonly T[], where: string): T {
  const found = all.find((one) => one === value);
  if (found === undefined) throw new JingleError('malformed', where);
  return found;
}
