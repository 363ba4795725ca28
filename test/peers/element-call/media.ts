import { installFakeDevices, type FakeDevices } from '../../../demo/person/picture.ts';
import { readTimecode } from '../../../demo/person/timecode.ts';
import type { Tile } from './tile.ts';

declare global {
  interface Window {
    /** In each frame of the peer, before the frame's own program. */
    peerMedia: PeerMedia;
  }
}

/** What is seen and heard in one frame, and what its camera shows. */
export interface PeerMedia {
  readonly devices: FakeDevices;
  /** Others' pictures and sounds, in the order of the page; our own preview is none of them. */
  tiles(): Promise<readonly Tile[]>;
  /** Sound that came in over all connections: grows only if it is not silence. */
  heard(): Promise<number>;
  /** Frames and sound packets that went out, and the energy of the sound before it was encoded. */
  sent(): Promise<{ readonly frames: number; readonly packets: number; readonly energy: number }>;
  readonly openConnections: number;
}

const Original = window.RTCPeerConnection;
const connections = new Set<RTCPeerConnection>();
window.RTCPeerConnection = class extends Original {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    connections.add(this);
  }
};

function openConnections(): readonly RTCPeerConnection[] {
  for (const connection of connections) if (connection.signalingState === 'closed') connections.delete(connection);
  return [...connections];
}

/** All reports of one kind, of connections that are not closed. */
async function reports(type: string): Promise<readonly Report[]> {
  const all = await Promise.all(openConnections().map((connection) => connection.getStats()));
  return all.flatMap((report) => [...(report.values() as Iterable<Report>)]).filter((one) => one.type === type);
}

interface Report {
  readonly type: string;
  readonly kind?: string;
  readonly trackIdentifier?: string;
  readonly framesDecoded?: number;
  readonly framesSent?: number;
  readonly packetsSent?: number;
  readonly totalAudioEnergy?: number;
}

const sum = (numbers: readonly (number | undefined)[]): number =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

window.peerMedia = {
  devices: installFakeDevices(),
  async tiles() {
    const received = await reports('inbound-rtp');
    return [...document.querySelectorAll('video')].flatMap((video) => {
      const track = (video.srcObject as MediaStream | null)?.getVideoTracks()[0];
      const report = received.find(({ trackIdentifier }) => trackIdentifier === track?.id);
      if (!report) return [];
      const timecode = readTimecode(video);
      const { width, height } = video.getBoundingClientRect();
      return [
        {
          name: video.closest('[data-testid="videoTile"]')?.textContent.trim() ?? '',
          isShown: video.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width * height > 0,
          framesDecoded: report.framesDecoded ?? 0,
          width: video.videoWidth,
          height: video.videoHeight,
          timecode,
          age: timecode === null ? null : Date.now() - timecode,
        },
      ];
    });
  },
  async heard() {
    return sum((await reports('inbound-rtp')).map(({ totalAudioEnergy }) => totalAudioEnergy));
  },
  async sent() {
    const out = await reports('outbound-rtp');
    const of = (kind: string) => out.filter((report) => report.kind === kind);
    return {
      frames: sum(of('video').map(({ framesSent }) => framesSent)),
      packets: sum(of('audio').map(({ packetsSent }) => packetsSent)),
      energy: sum((await reports('media-source')).map(({ totalAudioEnergy }) => totalAudioEnergy)),
    };
  },
  get openConnections() {
    return openConnections().length;
  },
};
