import type { CallStats } from '../provider.ts';

export const NO_STATS: CallStats = {
  audio: { packetsSent: 0, packetsReceived: 0, energyReceived: 0 },
  video: { framesSent: 0, framesDecoded: 0, width: 0, height: 0 },
  relayed: null,
  roundTrip: null,
};

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly kind?: 'audio' | 'video';
  readonly [name: string]: unknown;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** `width` and `height` are of the picture received. */
export function callStats(report: RTCStatsReport): CallStats {
  const entries = new Map<string, Entry>();
  report.forEach((entry: Entry) => entries.set(entry.id, entry));
  const all = [...entries.values()];
  const sum = (type: string, kind: string, name: string): number =>
    all.reduce((total, e) => total + (e.type === type && e.kind === kind ? number(e[name]) : 0), 0);
  const largest = (name: string): number =>
    Math.max(0, ...all.map((e) => (e.type === 'inbound-rtp' && e.kind === 'video' ? number(e[name]) : 0)));
  return {
    audio: {
      packetsSent: sum('outbound-rtp', 'audio', 'packetsSent'),
      packetsReceived: sum('inbound-rtp', 'audio', 'packetsReceived'),
      energyReceived: sum('inbound-rtp', 'audio', 'totalAudioEnergy'),
    },
    video: {
      framesSent: sum('outbound-rtp', 'video', 'framesSent'),
      framesDecoded: sum('inbound-rtp', 'video', 'framesDecoded'),
      width: largest('frameWidth'),
      height: largest('frameHeight'),
    },
    ...path(all, entries),
  };
}

/** From the candidate pair in use. */
function path(all: readonly Entry[], entries: ReadonlyMap<string, Entry>): Pick<CallStats, 'relayed' | 'roundTrip'> {
  const transport = all.find((e) => e.type === 'transport' && typeof e['selectedCandidatePairId'] === 'string');
  const pair = transport && entries.get(transport['selectedCandidatePairId'] as string);
  if (!pair) return { relayed: null, roundTrip: null };
  const ends = [pair['localCandidateId'], pair['remoteCandidateId']].map((id) => entries.get(String(id)));
  const rtt = pair['currentRoundTripTime'];
  return {
    relayed: ends.some((end) => end?.['candidateType'] === 'relay'),
    roundTrip: typeof rtt === 'number' ? rtt * 1_000 : null,
  };
}
