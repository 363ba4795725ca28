import { type XmlElement, childOf, childrenOf, elements } from './element.ts';
import { NS_FEEDBACK, NS_HDREXT, NS_RTP, NS_SSMA } from './namespaces.ts';
import type { Description, Feedback, HeaderExtension, Parameter, PayloadType, Source, SourceGroup } from './types.ts';
import { LIMITS, attribute, few, line, name, number, oneOf, token } from './values.ts';

const MEDIA = ['audio', 'video'] as const;
const SENDERS = ['both', 'initiator', 'responder', 'none'] as const;
const MAX_SSRC = 0xffff_ffff;

/** Static payload types (RFC 3551, 6) may come with an id alone (XEP-0167, 4.3): those that a browser speaks. */
const STATIC = new Map<number, Pick<PayloadType, 'name' | 'clockrate'>>([
  [0, { name: 'PCMU', clockrate: 8_000 }],
  [8, { name: 'PCMA', clockrate: 8_000 }],
  [9, { name: 'G722', clockrate: 8_000 }],
  [13, { name: 'CN', clockrate: 8_000 }],
]);

/**
 * XEP-0167 with XEP-0293, 0294 and 0339; null for media that are neither sound nor pictures. `<encryption/>` (SDES)
 * is not read: media are protected by DTLS or not at all.
 * @throws JingleError
 */
export function readDescription(element: XmlElement): Description | null {
  const media = MEDIA.find((known) => known === attribute(element, 'media'));
  if (!media) return null;
  const types = few(childrenOf(element, NS_RTP, 'payload-type'), LIMITS.payloadTypes, 'payload types');
  const extensions = few(childrenOf(element, NS_HDREXT, 'rtp-hdrext'), LIMITS.extensions, 'header extensions');
  const sources = few(childrenOf(element, NS_SSMA, 'source'), LIMITS.sources, 'sources');
  const groups = few(childrenOf(element, NS_SSMA, 'ssrc-group'), LIMITS.sources, 'source groups');
  return {
    media,
    payloadTypes: types.flatMap((type) => readPayloadType(type) ?? []),
    feedback: readFeedback(element),
    extensions: extensions.map(readExtension),
    allowMixedExtensions: childOf(element, NS_HDREXT, 'extmap-allow-mixed') !== null,
    sources: sources.map(readSource),
    sourceGroups: groups.map(readSourceGroup),
    rtcpMux: childOf(element, NS_RTP, 'rtcp-mux') !== null,
  };
}

/** null: a static type of which only the number is said, and we do not speak it. */
function readPayloadType(element: XmlElement): PayloadType | null {
  const id = number(attribute(element, 'id'), 0, 127, 'id of a payload type');
  const fixed = STATIC.get(id);
  const given = attribute(element, 'name') ?? fixed?.name ?? null;
  if (given === null) return null;
  const channels = attribute(element, 'channels') ?? '1';
  const clockrate = attribute(element, 'clockrate') ?? (fixed ? String(fixed.clockrate) : null);
  return {
    id,
    name: token(given, 'name of a payload type'),
    clockrate: number(clockrate, 1, 1_000_000, 'clockrate of a payload type'),
    // RFC 7587, 7: Opus always says two. Who says one means its encoder, and a browser would not know it.
    channels: given.toLowerCase() === 'opus' ? 2 : number(channels, 1, 255, 'channels of a payload type'),
    parameters: readParameters(element, NS_RTP),
    feedback: readFeedback(element),
  };
}

function readParameters(parent: XmlElement, ns: string): readonly Parameter[] {
  return few(childrenOf(parent, ns, 'parameter'), LIMITS.parameters, 'parameters').map((parameter) => {
    const value = attribute(parameter, 'value');
    return {
      name: line(attribute(parameter, 'name') ?? '', 'name of a parameter'),
      value: value === null ? null : line(value, 'value of a parameter'),
    };
  });
}

function readFeedback(parent: XmlElement): readonly Feedback[] {
  const ours = elements(parent).filter(({ ns }) => ns === NS_FEEDBACK);
  return few(ours, LIMITS.feedback, 'feedback').flatMap((one): Feedback[] => {
    if (one.name === 'rtcp-fb-trr-int') {
      const value = number(attribute(one, 'value'), 0, 100_000, 'interval of feedback');
      return [{ type: 'trr-int', subtype: String(value) }];
    }
    if (one.name !== 'rtcp-fb') return [];
    const subtype = attribute(one, 'subtype') || null;
    return [
      {
        type: token(attribute(one, 'type'), 'type of feedback'),
        subtype: subtype === null ? null : line(subtype, 'subtype of feedback'),
      },
    ];
  });
}

function readExtension(element: XmlElement): HeaderExtension {
  const uri = name(attribute(element, 'uri'), 'uri of a header extension');
  return {
    id: number(attribute(element, 'id'), 1, 0xffff, 'id of a header extension'),
    uri: uri.replaceAll(' ', '%20'),
    senders: oneOf(attribute(element, 'senders') ?? 'both', SENDERS, 'senders of a header extension'),
  };
}

function ssrc(element: XmlElement): number {
  return number(attribute(element, 'ssrc'), 0, MAX_SSRC, 'ssrc');
}

function readSource(element: XmlElement): Source {
  return { ssrc: ssrc(element), parameters: readParameters(element, NS_SSMA) };
}

function readSourceGroup(element: XmlElement): SourceGroup {
  return {
    semantics: token(attribute(element, 'semantics'), 'semantics of a source group'),
    ssrcs: few(childrenOf(element, NS_SSMA, 'source'), LIMITS.sources, 'sources of a group').map(ssrc),
  };
}
