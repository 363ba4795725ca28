import { type XmlElement, childrenOf, elements, textOf } from './element.ts';
import { NS_DTLS, NS_ICE, NS_ICE_OPTION } from './namespaces.ts';
import type { Fingerprint, NumberedCandidate, Transport } from './types.ts';
import { LIMITS, address, attribute, few, iceText, needed, number, oneOf, token } from './values.ts';

const SETUPS = ['actpass', 'active', 'passive'] as const;
const TYPES = ['host', 'srflx', 'prflx', 'relay'] as const;
const HASHES = ['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512'] as const;

/** RFC 8839, 5.4: shorter credentials are refused by the browser. */
const MIN_UFRAG = 4;
const MIN_PWD = 22;

/**
 * XEP-0176 with XEP-0320. Candidates that we have no use for (TCP, RTCP of its own) are left out without a word:
 * clients offer them in good faith.
 * @throws JingleError
 */
export function readTransport(element: XmlElement): Transport {
  const given = attribute(element, 'ufrag');
  const pwd = attribute(element, 'pwd');
  const ufrag = given === null ? null : iceText(given, MIN_UFRAG, 'ufrag');
  const options = elements(element).filter(({ ns }) => ns === NS_ICE_OPTION);
  const candidates = few(childrenOf(element, NS_ICE, 'candidate'), LIMITS.candidates, 'candidates');
  return {
    ufrag,
    credentials: pwd === null ? null : { ufrag: needed(ufrag, 'ufrag'), pwd: iceText(pwd, MIN_PWD, 'pwd') },
    options: few(options, LIMITS.options, 'ICE options').map(({ name }) => token(name, 'ICE option')),
    fingerprints: few(childrenOf(element, NS_DTLS, 'fingerprint'), LIMITS.fingerprints, 'fingerprints').map(
      readFingerprint,
    ),
    candidates: candidates.flatMap((candidate) => readCandidate(candidate) ?? []),
  };
}

function readFingerprint(element: XmlElement): Fingerprint {
  const hash = attribute(element, 'hash')?.toLowerCase();
  return {
    hash: oneOf(hash, HASHES, 'hash of a fingerprint'),
    value: fingerprintValue(textOf(element)),
    setup: oneOf(attribute(element, 'setup'), SETUPS, 'setup of a fingerprint'),
  };
}

/** @throws JingleError `malformed` */
export function fingerprintValue(text: string): string {
  const value = text.toUpperCase();
  return /^[0-9A-F]{2}(:[0-9A-F]{2}){15,63}$/.test(value) ? value : needed(null, 'fingerprint');
}

function readCandidate(element: XmlElement): NumberedCandidate | null {
  const component = number(attribute(element, 'component'), 1, 256, 'component of a candidate');
  const protocol = token(attribute(element, 'protocol'), 'protocol of a candidate');
  if (component !== 1 || protocol.toLowerCase() !== 'udp') return null;
  const relatedIp = attribute(element, 'rel-addr');
  const relatedPort = attribute(element, 'rel-port');
  return {
    id: attribute(element, 'id') ?? '',
    // Required by XEP-0176, left out by some: the first generation.
    generation: number(attribute(element, 'generation') ?? '0', 0, 255, 'generation of a candidate'),
    foundation: token(attribute(element, 'foundation'), 'foundation of a candidate').slice(0, 32),
    priority: number(attribute(element, 'priority'), 0, 0xffff_ffff, 'priority of a candidate'),
    ip: address(attribute(element, 'ip'), 'ip of a candidate'),
    port: number(attribute(element, 'port'), 0, 0xffff, 'port of a candidate'),
    type: oneOf(attribute(element, 'type'), TYPES, 'type of a candidate'),
    related:
      relatedIp === null || relatedPort === null
        ? null
        : {
            ip: address(relatedIp, 'rel-addr of a candidate'),
            port: number(relatedPort, 0, 0xffff, 'rel-port of a candidate'),
          },
  };
}
