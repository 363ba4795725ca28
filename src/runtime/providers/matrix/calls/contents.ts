import type { MediaKinds, Millis } from '../../../call/call.ts';

/** Content of an event as it came: anybody in the room wrote it. */
export type Content = Readonly<Record<string, unknown>>;

/** Version we speak (MSC2746). Version 0 peers send the number 0 and have no party id. */
export const VERSION = '1';

/** Longer descriptions are not read: a call's own is below 10 kB, with many candidates below 40. */
export const MAX_SDP = 200_000;
const MAX_ID = 255;
const MAX_CANDIDATES = 500;

export const LIFETIME: Millis = 60_000;
const LIFETIME_RANGE = { least: 5_000, most: 120_000 };

export const TYPES = {
  invite: 'm.call.invite',
  candidates: 'm.call.candidates',
  answer: 'm.call.answer',
  selectAnswer: 'm.call.select_answer',
  hangup: 'm.call.hangup',
  reject: 'm.call.reject',
  negotiate: 'm.call.negotiate',
  metadata: 'm.call.sdp_stream_metadata_changed',
} as const;
export type SignalType = (typeof TYPES)[keyof typeof TYPES];

const TYPE_OF = new Map<string, SignalType>([
  ...Object.values(TYPES).map((type): [string, SignalType] => [type, type]),
  ['org.matrix.call.sdp_stream_metadata_changed', TYPES.metadata],
]);

/** The call message an event type names; null for everything else, also for those of which we do not know what to do. */
export function signalType(type: string): SignalType | null {
  return TYPE_OF.get(type) ?? null;
}

export interface Identity {
  readonly callId: string;
  /** null: a version 0 peer, or one that says none. */
  readonly partyId: string | null;
  readonly legacy: boolean;
}

/** Who speaks about which call; null where that cannot be known, or where it is a group call's message (MSC3401). */
export function identity(content: Content): Identity | null {
  const { call_id: callId, party_id: partyId, version, conf_id: group } = content;
  if (typeof callId !== 'string' || callId === '' || callId.length > MAX_ID) return null;
  if (typeof group === 'string' && group !== '') return null;
  const legacy = version === 0;
  const named = typeof partyId === 'string' && partyId !== '' && partyId.length <= MAX_ID;
  return { callId, partyId: !legacy && named ? partyId : null, legacy };
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value.length <= MAX_ID ? value : null;
}

export function record(value: unknown): Content | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Content) : null;
}

/** A description that could be one; whether the browser takes it shows when it is set. */
export function description(value: unknown, types: readonly RTCSdpType[]): RTCSessionDescriptionInit | null {
  const { type, sdp } = record(value) ?? {};
  if (typeof sdp !== 'string' || sdp.length > MAX_SDP || !sdp.startsWith('v=0') || !/^m=/m.test(sdp)) return null;
  // `type` is optional since version 1: the event's own type says it.
  const named = type ?? types[0];
  return types.includes(named as RTCSdpType) ? { type: named as RTCSdpType, sdp } : null;
}

export interface Invite {
  readonly offer: RTCSessionDescriptionInit;
  readonly offered: MediaKinds;
}

/** null: broken. */
export function invite(content: Content): Invite | null {
  const offer = description(content['offer'], ['offer']);
  if (!offer?.sdp) return null;
  const offered = offeredKinds(offer.sdp);
  return offered.audio || offered.video ? { offer, offered } : null;
}

export function lifetime(content: Content): Millis {
  const given = content['lifetime'];
  if (typeof given !== 'number' || !Number.isFinite(given)) return LIFETIME;
  return Math.min(Math.max(given, LIFETIME_RANGE.least), LIFETIME_RANGE.most);
}

/** What the caller sends: its media sections that are neither refused nor only receive. */
export function offeredKinds(sdp: string): MediaKinds {
  const kinds = { audio: false, video: false };
  for (const section of sdp.split(/^m=/m).slice(1)) {
    const [, kind, port] = /^(audio|video) (\d+)/.exec(section) ?? [];
    if (!kind || port === '0' || /^a=(recvonly|inactive)\s*$/m.test(section)) continue;
    kinds[kind as 'audio' | 'video'] = true;
  }
  return kinds;
}

/** The usable candidates of `m.call.candidates`; the empty one that ends them is left out, Chromium needs none. */
export function candidates(content: Content): readonly RTCIceCandidateInit[] {
  const given = content['candidates'];
  if (!Array.isArray(given)) return [];
  return given.slice(0, MAX_CANDIDATES).flatMap((item: unknown): RTCIceCandidateInit[] => {
    const { candidate, sdpMid, sdpMLineIndex } = record(item) ?? {};
    if (typeof candidate !== 'string' || candidate === '' || candidate.length > 1_000) return [];
    const mid = typeof sdpMid === 'string' ? sdpMid : null;
    const line = typeof sdpMLineIndex === 'number' && Number.isInteger(sdpMLineIndex) ? sdpMLineIndex : null;
    return mid === null && line === null ? [] : [{ candidate, sdpMid: mid, sdpMLineIndex: line }];
  });
}
