import { parseCandidate } from './candidates.ts';
import { type Direction, sendersOf } from './direction.ts';
import { JingleError } from './errors.ts';
import { fingerprintValue } from './read-transport.ts';
import { type Attributes, attributesOf, firstOf, valuesOf } from './sdp-attributes.ts';
import { readMediaAttributes } from './sdp-read-rtp.ts';
import type { Credentials, Description, Fingerprint, Media, NumberedCandidate, Role, Senders } from './types.ts';
import { LIMITS, iceText, oneOf, token } from './values.ts';

const DIRECTIONS: readonly Direction[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
const SETUPS = ['actpass', 'active', 'passive'] as const;

/** One `m=` section. */
export interface SdpSection {
  readonly mid: string;
  readonly media: Media;
  /** Refused or taken out; nothing of it is used. */
  readonly rejected: boolean;
  readonly senders: Senders;
  /** null where it is rejected. */
  readonly description: Description | null;
  readonly transport: SdpTransport | null;
}

/** What a side says about the way to it: complete, unlike what may come in Jingle. */
export interface SdpTransport {
  readonly credentials: Credentials;
  readonly options: readonly string[];
  readonly fingerprints: readonly Fingerprint[];
  readonly candidates: readonly NumberedCandidate[];
}

export interface SdpDescription {
  readonly sections: readonly SdpSection[];
  /** Mids of the bundle; empty where there is none. Of several bundles, which a browser never makes, the first. */
  readonly bundle: readonly string[];
}

/**
 * Reads what `createOffer` and `createAnswer` write.
 * @param writer the role of the side that wrote it: SDP says "send", Jingle who sends.
 * @throws JingleError
 */
export function readSdp(sdp: string, writer: Role): SdpDescription {
  if (sdp.length > LIMITS.sdp) throw new JingleError('too-large', 'SDP');
  const [head = '', ...rest] = sdp.split(/^m=/m);
  const session = attributesOf(head);
  const bundle = valuesOf(session, 'group').find((value) => value.startsWith('BUNDLE'));
  return {
    sections: rest.map((text) => readSection(text, session, writer)),
    bundle: bundle?.split(' ').slice(1) ?? [],
  };
}

function readSection(text: string, session: Attributes, writer: Role): SdpSection {
  const [, media, port, formats = ''] = /^(\S+) (\d+)(?:\/\d+)? \S+ ?([^\r\n]*)/.exec(text) ?? [];
  if (media !== 'audio' && media !== 'video') throw new JingleError('unsupported-application', 'm= of SDP');
  const attributes = attributesOf(text);
  const mid = token(firstOf(attributes, 'mid'), 'mid of SDP');
  const rejected = port === '0' && firstOf(attributes, 'bundle-only') === null;
  const direction =
    DIRECTIONS.find((one) => firstOf(attributes, one) !== null) ??
    DIRECTIONS.find((one) => firstOf(session, one) !== null) ??
    'sendrecv';
  return {
    mid,
    media,
    rejected,
    senders: sendersOf(direction, writer),
    description: rejected ? null : readMediaAttributes(media, formats.trim().split(/ +/), attributes, writer),
    transport: rejected ? null : readSdpTransport(attributes, session),
  };
}

function readSdpTransport(attributes: Attributes, session: Attributes): SdpTransport {
  const given = (name: string): string | null => firstOf(attributes, name) ?? firstOf(session, name);
  const own = valuesOf(attributes, 'fingerprint');
  const setup = oneOf(given('setup'), SETUPS, 'setup of SDP');
  const fingerprints = (own.length > 0 ? own : valuesOf(session, 'fingerprint')).map((value): Fingerprint => {
    const [hash, digest = ''] = value.split(' ');
    return { hash: token(hash, 'fingerprint of SDP').toLowerCase(), value: fingerprintValue(digest), setup };
  });
  if (fingerprints.length === 0) throw new JingleError('insecure', 'SDP');
  const credentials = {
    ufrag: iceText(given('ice-ufrag'), 1, 'ufrag of SDP'),
    pwd: iceText(given('ice-pwd'), 1, 'pwd of SDP'),
  };
  return {
    credentials,
    options: (given('ice-options') ?? '').split(' ').filter((option) => /^[a-z][a-z0-9-]*$/.test(option)),
    fingerprints,
    candidates: valuesOf(attributes, 'candidate').flatMap((value) => {
      const candidate = parseCandidate(`candidate:${value}`);
      return candidate ? [candidate] : [];
    }),
  };
}
