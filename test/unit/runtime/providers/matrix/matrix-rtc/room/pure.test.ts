import { expect } from '@open-wc/testing';
import { ConnectionError, DisconnectReason } from 'livekit-client';
import { Doubts } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/doubts.ts';
import { checkKey } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/keys.ts';
import { ended, refused } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/lost.ts';
import {
  participant,
  sameParticipants,
  type SeenTrack,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/participants.ts';
import { RtcKeyRefused } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/room.ts';
import { StatsTally } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/room/tally.ts';
import type { CallStats } from '../../../../../../../src/runtime/providers/provider.ts';
import { NO_STATS } from '../../../../../../../src/runtime/providers/rtc/stats.ts';

const media = new RTCPeerConnection();
const [voice, face, slides] = (['audio', 'video', 'video'] as const).map((kind) => {
  return media.addTransceiver(kind).receiver.track;
}) as [MediaStreamTrack, MediaStreamTrack, MediaStreamTrack];
after(() => media.close());

describe('why a room is lost', () => {
  const failures: [unknown, string][] = [
    [ConnectionError.notAllowed('expired', 401), 'token'],
    [ConnectionError.serverUnreachable('no answer'), 'unreachable'],
    [ConnectionError.timeout('no answer'), 'unreachable'],
    [new TypeError('no address'), 'unreachable'],
    ['anything', 'unreachable'],
  ];
  for (const [failure, lost] of failures) {
    it(`${String(failure)} → ${lost}`, () => expect(refused(failure)).to.equal(lost));
  }

  const reasons: [DisconnectReason | undefined, string][] = [
    [DisconnectReason.DUPLICATE_IDENTITY, 'replaced'],
    [DisconnectReason.PARTICIPANT_REMOVED, 'removed'],
    [DisconnectReason.ROOM_DELETED, 'removed'],
    [DisconnectReason.ROOM_CLOSED, 'removed'],
    [DisconnectReason.SERVER_SHUTDOWN, 'gone'],
    [DisconnectReason.STATE_MISMATCH, 'gone'],
    [undefined, 'gone'],
  ];
  for (const [reason, lost] of reasons) {
    it(`${reason === undefined ? 'no reason' : DisconnectReason[reason]} → ${lost}`, () => {
      expect(ended(reason)).to.equal(lost);
    });
  }
});

describe('StatsTally', () => {
  const stats = (
    audio: Partial<CallStats['audio']>,
    video: Partial<CallStats['video']>,
    rest: Partial<CallStats> = {},
  ) => ({
    ...NO_STATS,
    audio: { ...NO_STATS.audio, ...audio },
    video: { ...NO_STATS.video, ...video },
    ...rest,
  });

  it('adds up tracks, with what those that are gone said last', () => {
    const tally = new StatsTally();
    expect(tally.total(new Map())).to.deep.equal(NO_STATS);
    const sound = stats({ packetsSent: 10, packetsReceived: 3, energyReceived: 0.5 }, {});
    const small = stats({}, { framesDecoded: 7, width: 320, height: 180 }, { relayed: false, roundTrip: 20 });
    const large = stats({}, { framesDecoded: 5, framesSent: 2, width: 1280, height: 720 }, { relayed: true });
    const all = tally.total(
      new Map([
        ['a', sound],
        ['b', small],
        ['c', large],
      ]),
    );
    expect(all).to.deep.equal({
      audio: { packetsSent: 10, packetsReceived: 3, energyReceived: 0.5 },
      video: { framesDecoded: 12, framesSent: 2, width: 1280, height: 720 },
      relayed: true,
      roundTrip: 20,
    });
    const later = tally.total(new Map([['b', stats({}, { framesDecoded: 9, width: 320, height: 180 })]]));
    expect(later.video).to.deep.equal({ framesDecoded: 14, framesSent: 2, width: 320, height: 180 });
    expect(later.audio.packetsSent).to.equal(10);
    expect([later.relayed, later.roundTrip]).to.deep.equal([null, null]);
  });

  it('knows that nothing is relayed once anything is known', () => {
    const direct = new Map([
      ['a', stats({}, {}, { relayed: false })],
      ['b', NO_STATS],
    ]);
    expect(new StatsTally().total(direct).relayed).to.equal(false);
  });
});

describe('participant', () => {
  const track = (some: Partial<SeenTrack>): SeenTrack => {
    return { source: 'camera', track: face, muted: false, encrypted: false, ...some };
  };
  const tracks = [
    track({ source: 'microphone', track: voice }),
    track({}),
    track({ source: 'screen', track: slides }),
    track({ source: 'other', track: slides }),
  ];
  const sealed = tracks.map((one) => ({ ...one, encrypted: true }));
  const anna = { identity: 'anna', speaking: true };

  it('shows what comes', () => {
    expect(participant({ ...anna, tracks }, 'none')).to.deep.equal({
      ...anna,
      audio: voice,
      video: face,
      screen: slides,
      audioMuted: false,
      videoMuted: false,
      key: 'none',
    });
  });

  it('shows nothing before its key, but says what there is', () => {
    const waiting = participant({ ...anna, tracks: sealed }, 'waiting');
    expect([waiting.audio, waiting.video, waiting.screen]).to.deep.equal([null, null, null]);
    expect([waiting.audioMuted, waiting.videoMuted, waiting.key]).to.deep.equal([false, false, 'waiting']);
    expect(participant({ ...anna, tracks: sealed }, 'ready').video).to.equal(face);
  });

  it('shows nothing that is not encrypted as the room is', () => {
    for (const one of [participant({ ...anna, tracks }, 'ready'), participant({ ...anna, tracks: sealed }, 'none')]) {
      expect(one).to.include({ audio: null, video: null, screen: null, audioMuted: true, key: 'waiting' });
    }
    const [mixed] = [participant({ ...anna, tracks: [...tracks.slice(0, 1), ...sealed.slice(1)] }, 'ready')];
    expect(mixed).to.include({ audio: null, video: face, key: 'ready' });
  });

  it('is muted where nothing is published, and has the newest of two cameras', () => {
    expect(participant({ ...anna, tracks: [] }, 'ready')).to.include({
      audioMuted: true,
      videoMuted: true,
      key: 'ready',
    });
    const two = [track({ muted: true }), track({ track: slides })];
    expect(participant({ ...anna, tracks: two }, 'none')).to.include({ video: slides, videoMuted: false });
    const paused = [track({ source: 'screen', muted: true })];
    expect(participant({ ...anna, tracks: paused }, 'none').screen).to.equal(null);
  });

  it('is the same until something of it changes', () => {
    const one = participant({ ...anna, tracks }, 'none');
    expect(sameParticipants([one], [{ ...one }])).to.equal(true);
    expect(sameParticipants([one], [{ ...one, speaking: false }])).to.equal(false);
    expect(sameParticipants([one], [])).to.equal(false);
    expect(sameParticipants([], [])).to.equal(true);
  });
});

describe('checkKey', () => {
  for (const [index, length] of [
    [0, 16],
    [255, 32],
  ] as const) {
    it(`takes ${length} bytes at ${index}`, () => checkKey(index, new Uint8Array(length)));
  }
  for (const [index, length, reason] of [
    [0, 15, 'length'],
    [0, 33, 'length'],
    [0, 0, 'length'],
    [256, 16, 'index'],
    [-1, 16, 'index'],
    [0.5, 16, 'index'],
    [NaN, 16, 'index'],
  ] as const) {
    it(`refuses ${length} bytes at ${index}: ${reason}`, () => {
      expect(() => checkKey(index, new Uint8Array(length).fill(7)))
        .to.throw(RtcKeyRefused)
        .with.property('reason', reason);
    });
  }
});

describe('Doubts', () => {
  it('begin with what cannot be decrypted, and end with the next key', () => {
    const doubts = new Doubts((_identity, index) => index === 1);
    expect(doubts.note('anna', 'InvalidKey: Decryption failed')).to.equal(true);
    expect(doubts.note('anna', 'InvalidKey: Decryption failed')).to.equal(false);
    expect([doubts.has('anna'), doubts.has('ben')]).to.deep.equal([true, false]);
    doubts.keyed('anna', 3);
    expect(doubts.has('anna')).to.equal(false);
  });

  it('are not about a key that has come meanwhile, or about anything else', () => {
    const doubts = new Doubts((_identity, index) => index === 1);
    expect(doubts.note('anna', 'MissingKey: missing key at index 1 for participant anna')).to.equal(false);
    expect(doubts.note('anna', 'InternalError: encryption state unknown')).to.equal(false);
    expect(doubts.note('anna', 'MissingKey: missing key at index 12 for participant anna')).to.equal(true);
  });

  it('last until the key comes that is sent with, or one after it', () => {
    const doubts = new Doubts(() => false);
    const missing = (index: number) =>
      doubts.note('anna', `MissingKey: missing key at index ${index} for participant anna`);
    for (const [sent, old, good] of [
      [2, 1, 2],
      [2, 0, 3],
      [255, 254, 0],
    ] as const) {
      expect(missing(sent)).to.equal(true);
      doubts.keyed('anna', old);
      expect(doubts.has('anna')).to.equal(true);
      doubts.keyed('anna', good);
      expect(doubts.has('anna')).to.equal(false);
    }
  });
});
