import type { Page } from 'playwright-core';

type Reading = Readonly<Record<string, unknown>>;

/** What a page knows of the sound that comes to it: what is received, and what plays it. */
interface Sounds {
  /** Of all connections, as the browser counts it; nothing is decoded of what nobody plays. */
  readonly received: readonly Reading[];
  /** Media elements that have a stream, shadow trees included. */
  readonly players: readonly Reading[];
}

declare global {
  interface Window {
    sounds(): Promise<Sounds>;
  }
}

/** Runs in a page before its own program, so that {@link soundsOf} can tell why nothing is heard. */
export function tapSounds(): void {
  const connections: WeakRef<RTCPeerConnection>[] = [];
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(new WeakRef(this));
    }
  };
  const elements = (root: ParentNode): HTMLMediaElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLMediaElement && element.srcObject ? [element] : []),
      ...(element.shadowRoot ? elements(element.shadowRoot) : []),
    ]);
  const received = async (): Promise<Reading[]> => {
    const open = connections.flatMap((ref) => ref.deref() ?? []).filter(({ signalingState: s }) => s !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports.flatMap((report) =>
      [...(report.values() as Iterable<Record<string, unknown>>)]
        .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
        .map((one) => ({
          track: one['trackIdentifier'],
          packets: one['packetsReceived'],
          played: one['totalSamplesDuration'],
          energy: one['totalAudioEnergy'],
        })),
    );
  };
  window.sounds = async () => ({
    received: await received(),
    players: elements(document).map(({ paused, ended, muted, volume, currentTime, srcObject }) => ({
      paused,
      ended,
      muted,
      volume,
      currentTime,
      tracks: (srcObject as MediaStream)
        .getTracks()
        .map(
          (track) =>
            `${track.kind} ${track.id} ${track.readyState}${track.muted ? ' muted' : ''}${track.enabled ? '' : ' disabled'}`,
        ),
    })),
  });
}

/** In words, for the message of a test that heard nothing. */
export async function soundsOf(page: Page): Promise<string> {
  return JSON.stringify(await page.evaluate(() => window.sounds()));
}
