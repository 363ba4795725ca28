import { fromBase64 as decode, toBase64 } from '../../../platform/base64.ts';
import { StreamError } from './problems.ts';

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** @throws StreamError `malformed` */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return decode(text);
  } catch {
    throw new StreamError('malformed', 'base64');
  }
}

/** Base64 of UTF-8, as SASL carries text (RFC 6120, 6.4.2). */
export function encodeText(text: string): string {
  return toBase64(bytesOf(text));
}

/** @throws StreamError `malformed` */
export function decodeText(base64: string): string {
  return new TextDecoder().decode(fromBase64(base64));
}
