import type { Readable } from '../../platform/readable.ts';
import type { Scope } from '../../platform/scope.ts';
import type { CastCall } from '../cast/sender.ts';
import type { CastTracks } from '../cast/sending-peer.ts';

export interface StreamSoundOptions {
  readonly tracks: Readable<CastTracks>;
  readonly call: Readable<CastCall>;
  readonly scope: Scope;
}

/**
 * The call's sound as a player gets it: there from the first moment on, since players lose their time where sound begins
 * later than the picture, and silent until it is to be heard there. As loud as the station says.
 */
export function streamSound({ tracks, call, scope }: StreamSoundOptions): MediaStreamTrack | null {
  const audio = new AudioContext();
  scope.add(() => audio.close());
  const volume = new GainNode(audio, { gain: 0 });
  const output = new MediaStreamAudioDestinationNode(audio);
  volume.connect(output);
  let source: MediaStreamAudioSourceNode | null = null;
  const follow = (): void => {
    source?.disconnect();
    const { audio: track } = tracks.value;
    source = track && new MediaStreamAudioSourceNode(audio, { mediaStream: new MediaStream([track]) });
    source?.connect(volume);
  };
  const hear = (): void => {
    const { value } = call;
    volume.gain.value = value.type === 'call' && value.sound ? value.level : 0;
  };
  scope.add(tracks.subscribe(follow));
  scope.add(call.subscribe(hear));
  follow();
  hear();
  return output.stream.getAudioTracks()[0] ?? null;
}
