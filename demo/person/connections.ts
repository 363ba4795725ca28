/** Media of a call in numbers, all counted from its beginning. Zero until something has flowed. */
export interface MediaStats {
  readonly framesDecoded: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** Sound heard: grows only if it is not silence. */
  readonly totalAudioEnergy: number;
  readonly audioPackets: number;
  readonly sentFrames: number;
  readonly sentAudioPackets: number;
  /** Whether the pair in use goes over a relay. null: no pair yet. */
  readonly relayed: boolean | null;
}

const connections = new Set<RTCPeerConnection>();

/** Watches every peer connection that this page makes from now on. */
export function watchConnections(): void {
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
    }
  };
}

/** How many of them are not closed. */
export function countOpenConnections(): number {
  for (const connection of connections) if (connection.signalingState === 'closed') connections.delete(connection);
  return connections.size;
}

export async function readStats(connection: RTCPeerConnection | undefined): Promise<MediaStats> {
  const reports = new Map<string, Report>(connection ? ((await connection.getStats()) as never) : []);
  const all = [...reports.values()];
  const find = (type: string, kind: string) => all.find((report) => report.type === type && report.kind === kind) ?? {};
  const video = find('inbound-rtp', 'video');
  const audio = find('inbound-rtp', 'audio');
  const transport = all.find((report) => report.type === 'transport');
  const pair = reports.get(transport?.selectedCandidatePairId ?? '');
  const ends = [pair?.localCandidateId, pair?.remoteCandidateId].map((id) => reports.get(id ?? ''));
  return {
    framesDecoded: video.framesDecoded ?? 0,
    frameWidth: video.frameWidth ?? 0,
    frameHeight: video.frameHeight ?? 0,
    totalAudioEnergy: audio.totalAudioEnergy ?? 0,
    audioPackets: audio.packetsReceived ?? 0,
    sentFrames: find('outbound-rtp', 'video').framesSent ?? 0,
    sentAudioPackets: find('outbound-rtp', 'audio').packetsSent ?? 0,
    relayed: pair ? ends.some((candidate) => candidate?.candidateType === 'relay') : null,
  };
}

/** What we read of the many kinds of report. */
interface Report {
  readonly type?: string;
  readonly kind?: string;
  readonly framesDecoded?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly totalAudioEnergy?: number;
  readonly packetsReceived?: number;
  readonly framesSent?: number;
  readonly packetsSent?: number;
  readonly selectedCandidatePairId?: string;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly candidateType?: string;
}
