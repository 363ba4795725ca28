/** One message of CAST v2, as far as JSON goes: the protocol's binary payloads are for device authentication only. */
export interface CastMessage {
  /** Who says it: `sender-0`, `receiver-0`, or the transport of an app. */
  readonly source: string;
  /** To whom; `*` for everybody. */
  readonly destination: string;
  readonly namespace: string;
  /** JSON; undefined where it is binary. */
  readonly payload: string | undefined;
}

/** Google's limit; a longer frame is no message. */
const MAX_LENGTH = 64 * 1024;

/** What cannot be a message: the connection is beyond help. */
class CastFormatError extends Error {}

/** The fields of `CastMessage` in cast_channel.proto. */
const FIELD = { version: 1, source: 2, destination: 3, namespace: 4, payloadType: 5, text: 6 } as const;
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** A message with its length in front, as it goes over the wire. */
export function encodeFrame({ source, destination, namespace, payload = '' }: CastMessage): Buffer {
  const body = Buffer.concat([
    ...number(FIELD.version, 0),
    ...text(FIELD.source, source),
    ...text(FIELD.destination, destination),
    ...text(FIELD.namespace, namespace),
    ...number(FIELD.payloadType, 0),
    ...text(FIELD.text, payload),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

/** Cuts a stream of bytes into messages. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** @returns the messages that are complete now @throws CastFormatError */
  push(bytes: Buffer): CastMessage[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const messages: CastMessage[] = [];
    while (this.#rest.length >= 4) {
      const length = this.#rest.readUInt32BE();
      if (length > MAX_LENGTH) throw new CastFormatError(`a frame of ${length} bytes`);
      if (this.#rest.length < 4 + length) break;
      messages.push(decode(this.#rest.subarray(4, 4 + length)));
      this.#rest = this.#rest.subarray(4 + length);
    }
    return messages;
  }
}

function decode(bytes: Buffer): CastMessage {
  const texts = new Map<number, string>();
  for (let at = 0; at < bytes.length;) {
    const tag = varint(bytes, at);
    const [field, kind] = [tag.value >>> 3, tag.value & 7];
    let end = tag.end;
    if (kind === VARINT) end = varint(bytes, end).end;
    else if (kind === FIXED64) end += 8;
    else if (kind === FIXED32) end += 4;
    else if (kind === BYTES) {
      const length = varint(bytes, end);
      end = length.end + length.value;
      if (end <= bytes.length) texts.set(field, bytes.toString('utf8', length.end, end));
    } else throw new CastFormatError(`a field of kind ${kind}`);
    if (end > bytes.length) throw new CastFormatError('a field that is longer than its message');
    at = end;
  }
  const [source, destination, namespace] = [FIELD.source, FIELD.destination, FIELD.namespace].map((field) =>
    texts.get(field),
  );
  if (source === undefined || destination === undefined || namespace === undefined)
    throw new CastFormatError('a message without sender, receiver or namespace');
  return { source, destination, namespace, payload: texts.get(FIELD.text) };
}

function varint(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start, shift = 0; shift < 35; at += 1, shift += 7) {
    const byte = bytes[at];
    if (byte === undefined) break;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return { value, end: at + 1 };
  }
  throw new CastFormatError('a number that does not end');
}

function encodeVarint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 127) | 128);
  }
}

const number = (field: number, value: number): Buffer[] => [encodeVarint((field << 3) | VARINT), encodeVarint(value)];

function text(field: number, value: string): Buffer[] {
  const bytes = Buffer.from(value);
  return [encodeVarint((field << 3) | BYTES), encodeVarint(bytes.length), bytes];
}
