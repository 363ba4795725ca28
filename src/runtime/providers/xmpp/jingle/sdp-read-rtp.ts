import { type Direction, sendersOf } from './direction.ts';
import { type Attributes, firstOf, valuesOf } from './sdp-attributes.ts';
import type {
  Description,
  Feedback,
  HeaderExtension,
  Media,
  Parameter,
  PayloadType,
  Role,
  Source,
  SourceGroup,
} from './types.ts';

/** `rtpmap`, `fmtp`, `rtcp-fb`, `extmap`, `ssrc` and `msid` of a section whose `m=` line lists `formats`. */
export function readMediaAttributes(
  media: Media,
  formats: readonly string[],
  attributes: Attributes,
  writer: Role,
): Description {
  const feedback = valuesOf(attributes, 'rtcp-fb').flatMap(readFeedback);
  const about = (format: string): readonly Feedback[] => feedback.flatMap(([of, one]) => (of === format ? [one] : []));
  return {
    media,
    payloadTypes: formats.flatMap((format) => readPayloadType(format, attributes, about(format)) ?? []),
    feedback: about('*'),
    extensions: valuesOf(attributes, 'extmap').flatMap((value) => readExtension(value, writer)),
    allowMixedExtensions: firstOf(attributes, 'extmap-allow-mixed') !== null,
    sources: readSources(attributes),
    sourceGroups: valuesOf(attributes, 'ssrc-group').map((value): SourceGroup => {
      const [semantics = '', ...ssrcs] = value.split(' ');
      return { semantics, ssrcs: ssrcs.map(Number) };
    }),
    rtcpMux: firstOf(attributes, 'rtcp-mux') !== null,
  };
}

function readPayloadType(
  format: string,
  attributes: Attributes,
  feedback: readonly Feedback[],
): PayloadType | undefined {
  const of = (name: string): string | undefined =>
    valuesOf(attributes, name)
      .find((value) => value.startsWith(`${format} `))
      ?.slice(format.length + 1);
  const [name, clockrate, channels = '1'] = of('rtpmap')?.split('/') ?? [];
  if (!name || !clockrate) return undefined;
  return {
    id: Number(format),
    name,
    clockrate: Number(clockrate),
    channels: Number(channels),
    parameters: (of('fmtp') ?? '').split(';').flatMap((text): Parameter[] => {
      const [, key, value] = /^\s*([^=]*?)(?:=(.*?))?\s*$/.exec(text) ?? [];
      if (!key) return [];
      return [value === undefined ? { name: '', value: key } : { name: key, value }];
    }),
    feedback,
  };
}

function readFeedback(value: string): [string, Feedback][] {
  const [, format, type, subtype = ''] = /^(\*|\d+) (\S+)(?: (.+))?$/.exec(value) ?? [];
  return format && type ? [[format, { type, subtype: subtype.trim() || null }]] : [];
}

function readExtension(value: string, writer: Role): HeaderExtension[] {
  const [, id, direction = 'sendrecv', uri] =
    /^(\d+)(?:\/(sendrecv|sendonly|recvonly|inactive))? (\S+)/.exec(value) ?? [];
  return id && uri ? [{ id: Number(id), uri, senders: sendersOf(direction as Direction, writer) }] : [];
}

/** `msid` belongs to each source too: Conversations and Movim look for it there, browsers in an attribute of its own. */
function readSources(attributes: Attributes): readonly Source[] {
  const sources = new Map<number, Parameter[]>();
  for (const value of valuesOf(attributes, 'ssrc')) {
    const [, ssrc, name, parameter = null] = /^(\d+) ([^:]+)(?::(.*))?$/.exec(value) ?? [];
    if (!ssrc || !name) continue;
    const parameters = sources.get(Number(ssrc)) ?? [];
    if (name !== 'msid') parameters.push({ name, value: parameter });
    sources.set(Number(ssrc), parameters);
  }
  const msid = firstOf(attributes, 'msid');
  const parameters: readonly Parameter[] = msid !== null && isMsid(msid) ? [{ name: 'msid', value: msid }] : [];
  return [...sources].map(([ssrc, own]) => ({ ssrc, parameters: [...own, ...parameters] }));
}

/** A stream and a track: a trailing space or an empty track makes libwebrtc refuse the whole description. */
export function isMsid(value: string): boolean {
  return /^[^\s:]{1,64} [^\s:]{1,64}$/.test(value);
}
