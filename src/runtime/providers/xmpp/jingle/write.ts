import { type XmlElement, element } from './element.ts';
import {
  NS_DTLS,
  NS_FEEDBACK,
  NS_GROUPING,
  NS_HDREXT,
  NS_ICE,
  NS_ICE_OPTION,
  NS_JINGLE,
  NS_RTP,
  NS_RTP_INFO,
  NS_SSMA,
} from './namespaces.ts';
import type {
  Content,
  Description,
  Feedback,
  Info,
  Jingle,
  NumberedCandidate,
  Parameter,
  PayloadType,
  Transport,
} from './types.ts';

/** `<jingle/>` as XEP-0166 wants it, with everything that a strict client asks for. */
export function writeJingle(jingle: Jingle): XmlElement {
  const { action, sid, initiator, responder, contents, groups, reason, info } = jingle;
  return element(NS_JINGLE, 'jingle', { action, sid, initiator, responder }, [
    ...groups.map(({ semantics, names }) =>
      element(
        NS_GROUPING,
        'group',
        { semantics },
        names.map((name) => element(NS_GROUPING, 'content', { name })),
      ),
    ),
    ...contents.map(writeContent),
    reason === null ? null : writeReason(reason),
    ...info.map(writeInfo),
  ]);
}

export function writeReason(condition: string): XmlElement {
  return element(NS_JINGLE, 'reason', {}, [element(NS_JINGLE, condition)]);
}

function writeContent({ creator, name, senders, description, transport }: Content): XmlElement {
  return element(NS_JINGLE, 'content', { creator, name, senders }, [
    description && writeDescription(description),
    transport && writeTransport(transport),
  ]);
}

function writeInfo(info: Info): XmlElement {
  const about = 'name' in info ? { creator: info.creator, name: info.name } : {};
  return element(NS_RTP_INFO, info.type, about);
}

function writeDescription(description: Description): XmlElement {
  const { media, payloadTypes, feedback, extensions, allowMixedExtensions, sources, sourceGroups, rtcpMux } =
    description;
  return element(NS_RTP, 'description', { media }, [
    ...payloadTypes.map(writePayloadType),
    ...feedback.map(writeFeedback),
    ...extensions.map(({ id, uri, senders }) =>
      element(NS_HDREXT, 'rtp-hdrext', { id, uri, senders: senders === 'both' ? null : senders }),
    ),
    allowMixedExtensions ? element(NS_HDREXT, 'extmap-allow-mixed') : null,
    ...sourceGroups.map(({ semantics, ssrcs }) =>
      element(
        NS_SSMA,
        'ssrc-group',
        { semantics },
        ssrcs.map((ssrc) => element(NS_SSMA, 'source', { ssrc })),
      ),
    ),
    ...sources.map(({ ssrc, parameters }) =>
      element(NS_SSMA, 'source', { ssrc }, parameters.map(writeParameter(NS_SSMA))),
    ),
    rtcpMux ? element(NS_RTP, 'rtcp-mux') : null,
  ]);
}

function writePayloadType({ id, name, clockrate, channels, parameters, feedback }: PayloadType): XmlElement {
  const attributes = { id, name, clockrate, channels: channels === 1 ? null : channels };
  return element(NS_RTP, 'payload-type', attributes, [
    ...parameters.map(writeParameter(NS_RTP)),
    ...feedback.map(writeFeedback),
  ]);
}

function writeParameter(ns: string): (parameter: Parameter) => XmlElement {
  return ({ name, value }) => element(ns, 'parameter', { name, value });
}

function writeFeedback({ type, subtype }: Feedback): XmlElement {
  return type === 'trr-int'
    ? element(NS_FEEDBACK, 'rtcp-fb-trr-int', { value: subtype })
    : element(NS_FEEDBACK, 'rtcp-fb', { type, subtype });
}

function writeTransport({ ufrag, credentials, options, fingerprints, candidates }: Transport): XmlElement {
  return element(NS_ICE, 'transport', { ufrag: credentials?.ufrag ?? ufrag, pwd: credentials?.pwd }, [
    ...fingerprints.map(({ hash, setup, value }) => element(NS_DTLS, 'fingerprint', { hash, setup }, [value])),
    ...options.map((option) => element(NS_ICE_OPTION, option)),
    ...candidates.map(writeCandidate),
  ]);
}

/** XEP-0176, 5.1: `id`, `generation` and `network` are not left out, strict clients refuse that. */
function writeCandidate(candidate: NumberedCandidate): XmlElement {
  const { id, generation, foundation, priority, ip, port, type, related } = candidate;
  return element(NS_ICE, 'candidate', {
    component: 1,
    foundation,
    generation,
    id,
    ip,
    network: 0,
    port,
    priority,
    protocol: 'udp',
    'rel-addr': related?.ip,
    'rel-port': related?.port,
    type,
  });
}
