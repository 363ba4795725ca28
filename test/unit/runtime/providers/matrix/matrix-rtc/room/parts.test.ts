import { expect } from '@open-wc/testing';
import {
  Encryption_Type,
  KeyProviderEvent,
  type LocalParticipant,
  type RemoteParticipant,
  Track,
  VideoQuality,
} from 'livekit-client';
import { deaf } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/deaf.ts';
import { Incoming } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/incoming.ts';
import { RoomKeys } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/keys.ts';
import { Lane } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/lane.ts';
import { Placeholders } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/placeholders.ts';

const pair = new RTCPeerConnection();
after(() => pair.close());
const receiverOf = (kind: 'audio' | 'video'): RTCRtpReceiver => pair.addTransceiver(kind).receiver;

describe('Incoming', () => {
  class Publication {
    isDesired = false;
    enabled: boolean | null = null;
    quality: VideoQuality | null = null;
    readonly isMuted = false;
    readonly trackInfo: { readonly encryption: Encryption_Type };
    readonly track: { readonly mediaStreamTrack: MediaStreamTrack; readonly receiver: RTCRtpReceiver };
    readonly trackSid: string;
    readonly kind: Track.Kind;
    readonly source: Track.Source;

    constructor(trackSid: string, kind: Track.Kind, source: Track.Source, encryption: Encryption_Type) {
      this.trackSid = trackSid;
      this.kind = kind;
      this.source = source;
      this.trackInfo = { encryption };
      const receiver = receiverOf(kind === Track.Kind.Audio ? 'audio' : 'video');
      this.track = { mediaStreamTrack: receiver.track, receiver };
    }

    setSubscribed(wanted: boolean): void {
      this.isDesired = wanted;
    }

    setEnabled(enabled: boolean): void {
      this.enabled = enabled;
    }

    setVideoQuality(quality: VideoQuality): void {
      this.quality = quality;
    }
  }

  function other(identity: string, encryption = Encryption_Type.GCM) {
    const publications = [
      new Publication(`${identity}-a`, Track.Kind.Audio, Track.Source.Microphone, encryption),
      new Publication(`${identity}-v`, Track.Kind.Video, Track.Source.Camera, encryption),
      new Publication(`${identity}-s`, Track.Kind.Audio, Track.Source.ScreenShareAudio, encryption),
    ];
    const trackPublications = new Map(publications.map((one) => [one.trackSid, one]));
    return { identity, isSpeaking: false, trackPublications, publications };
  }

  function room(encrypted: boolean, ...others: readonly ReturnType<typeof other>[]) {
    const readable = new Set<string>();
    const all = new Map(others.map((one) => [one.identity, one as unknown as RemoteParticipant]));
    return { incoming: new Incoming(all, encrypted, (identity) => readable.has(identity)), readable };
  }

  const wanted = ({ publications }: ReturnType<typeof other>) =>
    publications.map(({ isDesired, enabled }) => (isDesired ? (enabled ?? 'yes') : 'no'));

  it('takes nothing of whom nobody has admitted', () => {
    const [anna, eve] = [other('anna', Encryption_Type.NONE), other('eve', Encryption_Type.NONE)];
    const { incoming } = room(false, anna, eve);
    incoming.subscribe();
    expect(wanted(anna)).to.deep.equal(['no', 'no', 'no']);
    incoming.admit(['anna']);
    incoming.subscribe();
    expect(wanted(anna)).to.deep.equal(['yes', true, 'no']);
    expect(wanted(eve)).to.deep.equal(['no', 'no', 'no']);
    expect(incoming.participants().map(({ identity, key }) => [identity, key])).to.deep.equal([['anna', 'none']]);
    incoming.admit(['eve']);
    incoming.subscribe();
    expect(wanted(anna)[0]).to.equal('no');
  });

  it('keeps what comes enabled, whoever disables it', () => {
    const anna = other('anna', Encryption_Type.NONE);
    const { incoming } = room(false, anna);
    incoming.subscribe();
    incoming.subscribe();
    const track = anna.publications[0]!.track.mediaStreamTrack;
    track.enabled = false;
    expect(track.enabled).to.equal(true);
  });

  it('takes no pictures before their key, and shows nothing', () => {
    const anna = other('anna');
    const { incoming, readable } = room(true, anna);
    incoming.admit(['anna']);
    incoming.subscribe();
    expect(wanted(anna)).to.deep.equal(['yes', false, 'no']);
    expect(incoming.participants()[0]).to.include({ audio: null, video: null, key: 'waiting' });
    readable.add('anna');
    incoming.subscribe();
    expect(wanted(anna)).to.deep.equal(['yes', true, 'no']);
    expect(incoming.participants()[0]?.audio).to.equal(anna.publications[0]?.track.mediaStreamTrack);
  });

  it('takes nothing in the clear where all is encrypted, and the other way round', () => {
    const [open, sealed] = [other('open', Encryption_Type.NONE), other('sealed')];
    const encrypted = room(true, open);
    encrypted.readable.add('open');
    encrypted.incoming.admit(['open']);
    encrypted.incoming.subscribe();
    const plain = room(false, sealed);
    plain.incoming.admit(['sealed']);
    plain.incoming.subscribe();
    expect([wanted(open), wanted(sealed)]).to.deep.equal([
      ['no', 'no', 'no'],
      ['no', 'no', 'no'],
    ]);
  });

  it('takes small pictures of whom is shown small', () => {
    const [anna, ben] = [other('anna', Encryption_Type.NONE), other('ben', Encryption_Type.NONE)];
    const { incoming } = room(false, anna, ben);
    incoming.admit(['anna', 'ben']);
    const qualities = (): readonly unknown[] => {
      incoming.subscribe();
      return [anna, ben].map(({ publications }) => publications[1]?.quality);
    };
    expect(qualities()).to.deep.equal([VideoQuality.HIGH, VideoQuality.HIGH]);
    incoming.focus('ben');
    expect(qualities()).to.deep.equal([VideoQuality.LOW, VideoQuality.HIGH]);
  });

  it('names the receivers of all tracks', () => {
    const anna = other('anna');
    const { incoming } = room(true, anna);
    expect([...incoming.receivers().keys()]).to.deep.equal(['anna-a', 'anna-v', 'anna-s']);
  });
});

describe('RoomKeys', () => {
  it('gives its worker keys in the order in which they came, and keeps which of ours is the newest', async () => {
    const keys = new RoomKeys(() => 'me');
    const given: [string | undefined, number | undefined, string][] = [];
    keys.on(KeyProviderEvent.SetKey, ({ participantIdentity, keyIndex, key }) => {
      given.push([participantIdentity, keyIndex, key.algorithm.name]);
    });
    const raw = new Uint8Array(16);
    expect(keys.getLatestManuallySetKeyIndex()).to.equal(0);
    await Promise.all([
      keys.put('me', 3, raw),
      keys.put('anna', 0, raw),
      keys.put('me', 4, raw),
      keys.put('anna', 9, raw),
    ]);
    expect(given).to.deep.equal([
      ['me', 3, 'HKDF'],
      ['anna', 0, 'HKDF'],
      ['me', 4, 'HKDF'],
      ['anna', 9, 'HKDF'],
    ]);
    expect(keys.getLatestManuallySetKeyIndex()).to.equal(4);
    expect([keys.has('anna'), keys.has('anna', 0), keys.has('anna', 1), keys.has('eve')]).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
    expect(keys.getOptions()).to.include({ ratchetWindowSize: 10, keyringSize: 256, sharedKey: false });
  });

  it('changes nothing by a key that it refuses', async () => {
    const keys = new RoomKeys(() => 'me');
    const refused = await keys.put('anna', 0, new Uint8Array(8)).catch((error: Error) => error.message);
    expect(refused).to.equal('a key of 8 bytes, not 16 to 32');
    expect(keys.has('anna')).to.equal(false);
    await keys.put('anna', 0, new Uint8Array(16));
    expect(keys.has('anna')).to.equal(true);
  });
});

describe('Lane', () => {
  /** As much of LiveKit's participant as a lane uses; a published track has a sender. */
  function publisher() {
    const published: { source: Track.Source | undefined; muted: boolean; codec: string | undefined }[] = [];
    let failing = false;
    const publishTrack = async (
      track: { isMuted: boolean; sender?: RTCRtpSender; mediaStreamTrack: MediaStreamTrack },
      options: { source?: Track.Source; videoCodec?: string },
    ): Promise<void> => {
      if (failing) throw new Error('refused');
      track.sender = pair.addTransceiver(track.mediaStreamTrack).sender;
      published.push({ source: options.source, muted: track.isMuted, codec: options.videoCodec });
    };
    return {
      published,
      participant: { publishTrack } as unknown as LocalParticipant,
      fail: (on: boolean) => void (failing = on),
    };
  }
  let placeholders: Placeholders;
  let camera: MediaStreamTrack;
  beforeEach(() => {
    placeholders = new Placeholders();
    const canvas = document.createElement('canvas');
    canvas.getContext('2d');
    camera = canvas.captureStream().getVideoTracks()[0]!;
  });
  afterEach(async () => {
    await placeholders.stop();
    camera.stop();
  });

  it('publishes once, muted, something that is not ours', async () => {
    const { published, participant } = publisher();
    const lane = new Lane(participant, 'video', placeholders.video);
    expect(lane.sender).to.equal(null);
    await Promise.all([lane.publish(), lane.publish()]);
    expect(published).to.deep.equal([{ source: Track.Source.Camera, muted: true, codec: 'vp8' }]);
    expect(lane.sender?.track).to.equal(placeholders.video);
  });

  it('sends our track as it is, and nothing while muted', async () => {
    const { participant } = publisher();
    const lane = new Lane(participant, 'video', placeholders.video);
    await lane.send(camera);
    expect(lane.sender?.track).to.equal(camera);
    await lane.send(null);
    expect(lane.sender?.track).to.equal(null);
    expect([camera.enabled, camera.readyState]).to.deep.equal([true, 'live']);
    await lane.refill();
    expect(lane.sender?.track).to.equal(null);
    await lane.send(camera);
    await lane.sender?.replaceTrack(placeholders.video);
    await lane.refill();
    expect(lane.sender?.track).to.equal(camera);
  });

  it('has sound of its own, and tries again what was refused', async () => {
    const { published, participant, fail } = publisher();
    const lane = new Lane(participant, 'audio', placeholders.audio);
    await lane.send(null);
    expect(published).to.deep.equal([]);
    fail(true);
    expect(await lane.publish().catch((error: Error) => error.message)).to.equal('refused');
    fail(false);
    await lane.publish();
    expect(published).to.deep.equal([{ source: Track.Source.Microphone, muted: true, codec: undefined }]);
  });
});

describe('Placeholders', () => {
  it('are alive until they are stopped', async () => {
    const placeholders = new Placeholders();
    const { audio, video, context } = placeholders;
    expect([audio.readyState, video.readyState]).to.deep.equal(['live', 'live']);
    await placeholders.stop();
    expect([audio.readyState, video.readyState, context.state]).to.deep.equal(['ended', 'ended', 'closed']);
  });
});

describe('deaf', () => {
  const { mediaDevices } = navigator;

  it('lets nothing listen to devices while it is made, and everything afterwards', () => {
    let heard = 0;
    const listener = (): void => void heard++;
    expect(deaf(() => mediaDevices.addEventListener('devicechange', listener))).to.equal(undefined);
    mediaDevices.dispatchEvent(new Event('devicechange'));
    expect(heard).to.equal(0);
    mediaDevices.addEventListener('devicechange', listener);
    mediaDevices.dispatchEvent(new Event('devicechange'));
    mediaDevices.removeEventListener('devicechange', listener);
    expect(heard).to.equal(1);
  });

  it('puts back what others have put there, whatever fails', () => {
    const theirs = (): void => {};
    Object.assign(mediaDevices, { addEventListener: theirs });
    expect(() =>
      deaf(() => {
        throw new Error('not made');
      }),
    ).to.throw('not made');
    expect(mediaDevices.addEventListener).to.equal(theirs);
    Reflect.deleteProperty(mediaDevices, 'addEventListener');
  });
});
