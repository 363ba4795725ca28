import { expect } from '@open-wc/testing';
import fc from '../../../support/fast-check.ts';
import { LinkError } from '../../../../../src/runtime/displays/cast/bytes.ts';
import type { Candidate } from '../../../../../src/runtime/displays/cast/candidate.ts';
import {
  type Description,
  type Formats,
  type Offer,
  packDescription,
  unpackAnswer,
  unpackOffer,
} from '../../../../../src/runtime/displays/cast/description.ts';
import { importSecret, kindOf, newSecret, open, seal } from '../../../../../src/runtime/displays/cast/seal.ts';
import { readAnswer, readOffer } from '../../../../../src/runtime/displays/cast/sdp-read.ts';
import { writeAnswer, writeOffer } from '../../../../../src/runtime/displays/cast/sdp-write.ts';

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const problemOf = (error: unknown): string => (error instanceof LinkError ? error.problem : String(error));
const thrown = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return problemOf(error);
  }
  return 'nothing';
};
const rejected = (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', problemOf);

const hex = fc.integer({ min: 0, max: 0xff_ff }).map((group) => group.toString(16).padStart(4, '0'));
const address = fc.oneof(
  fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => bytes.join('.')),
  fc.array(hex, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':')),
  fc.uuid().map((uuid) => `${uuid}.local`),
);
const TYPES: readonly Candidate['type'][] = ['host', 'srflx', 'relay'];
const candidate: fc.Arbitrary<Candidate> = fc.record({
  type: fc.constantFrom('host', 'srflx', 'relay'),
  address,
  port: fc.integer({ min: 1, max: 0xff_ff }),
});
const base64 = (min: number, max: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: min, maxLength: max }).map((bytes) => {
    const whole = bytes.subarray(0, Math.max(3, bytes.length - (bytes.length % 3)));
    return btoa(String.fromCharCode(...whole));
  });
const description: fc.Arbitrary<Description> = fc.record({
  ufrag: base64(3, 12),
  pwd: base64(18, 30),
  fingerprint: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')),
  codec: fc.constantFrom('H264', 'VP8'),
  // Each once, the best first, as they are read.
  candidates: fc
    .uniqueArray(candidate, { maxLength: 6, selector: ({ address: at, port }) => `${at} ${port}` })
    .map((all) => all.sort((one, other) => TYPES.indexOf(one.type) - TYPES.indexOf(other.type))),
});
const formats: fc.Arbitrary<Formats> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 127 }), { minLength: 5, maxLength: 5 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([types, ids]) => {
    const [opus, h264, h264Rtx, vp8, vp8Rtx] = types as [number, number, number, number, number];
    const [mid, transportCc, absSendTime] = ids as [number, number, number];
    return { opus, h264, h264Rtx, vp8, vp8Rtx, mid, transportCc, absSendTime };
  });
const offer: fc.Arbitrary<Offer> = fc.tuple(description, formats).map(([one, of]) => ({ ...one, formats: of }));

describe('a compact description', () => {
  it('says all that it was made of', () => {
    fc.assert(fc.property(description, (one) => void expect(unpackAnswer(packDescription(one))).to.deep.equal(one)));
    fc.assert(fc.property(offer, (one) => void expect(unpackOffer(packDescription(one))).to.deep.equal(one)));
  });

  it('is the same after it was an SDP', () => {
    fc.assert(fc.property(offer, (one) => void expect(readOffer(writeOffer(one))).to.deep.equal(one)));
    fc.assert(
      fc.property(offer, description, (one, answer) => {
        const sdp = writeAnswer(answer, one, { start: 3000, min: 1500, max: 6000 });
        expect(readAnswer(sdp, one)).to.deep.equal(answer);
      }),
      { numRuns: 50 },
    );
  });

  it('fits a helper with six addresses of IPv4, or six that are names', async () => {
    const secret = await importSecret(newSecret(random));
    const lengths: number[] = [];
    for (const [name, count] of [
      ['192.168.178.23', 6],
      ['2001:db8:0:1:2:3:4:5', 3],
      ['0b8d4b1e-57cb-4a8e-9d49-2d1e2f3a4b5c.local', 4],
    ] as const) {
      const candidates = Array.from({ length: count }, (_, index) => ({
        type: 'host' as const,
        address: name,
        port: 40_000 + index,
      }));
      const [one] = fc.sample(offer, 1);
      const body = packDescription({ ...one!, ufrag: 'abcd', pwd: 'abcdefghijklmnopqrstuvwx', candidates });
      const { text } = await seal('offer', body, secret);
      lengths.push(text.length);
    }
    expect(Math.max(...lengths)).to.be.at.most(255);
  });

  it('reads addresses of IPv6 in every form', () => {
    const [one] = fc.sample(description, 1);
    for (const [short, long] of [
      ['::1', '0000:0000:0000:0000:0000:0000:0000:0001'],
      ['fe80::', 'fe80:0000:0000:0000:0000:0000:0000:0000'],
      ['2001:db8::7', '2001:0db8:0000:0000:0000:0000:0000:0007'],
    ] as const) {
      const candidates = [{ type: 'host', address: short, port: 1 }] as const;
      expect(unpackAnswer(packDescription({ ...one!, candidates })).candidates[0]?.address).to.equal(long);
    }
  });

  it('says what it cannot tell', () => {
    const [one] = fc.sample(offer, 1);
    const withAddress = (bad: string) => ({ ...one!, candidates: [{ type: 'host' as const, address: bad, port: 1 }] });
    const bad = [
      ...['kitchen.local', '1.2.3.400', '1::2::3', '1:2:3:4:5:6:7:8:9', 'g::1', ''].map(withAddress),
      { ...one!, ufrag: 'abc' },
      { ...one!, pwd: 'a'.repeat(64) },
      { ...one!, ufrag: 'ab_d' },
      { ...one!, fingerprint: 'AB:CD' },
      { ...one!, fingerprint: 'ZZ:'.repeat(31) + 'ZZ' },
      { ...one!, formats: { ...one!.formats, mid: 15 } },
      { ...one!, formats: { ...one!.formats, opus: 128 } },
    ];
    for (const each of bad)
      expect(
        thrown(() => packDescription(each)),
        JSON.stringify(each),
      ).to.equal('unsupported');
    for (const sdp of [
      '',
      'v=0',
      writeOffer(one!).replace(/^a=rtpmap.*opus.*$/m, ''),
      writeOffer(one!).replace(/^a=ice-pwd.*$/gm, ''),
    ]) {
      expect(thrown(() => readOffer(sdp))).to.equal('unsupported');
    }
    expect(thrown(() => readAnswer('v=0', one!))).to.equal('unsupported');
  });

  it('is refused, never half read, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const read of [unpackOffer, unpackAnswer]) {
          expect(thrown(() => read(bytes))).to.be.oneOf(['nothing', 'malformed', 'version']);
        }
      }),
    );
    const [one] = fc.sample(offer, 1);
    const bytes = packDescription({ ...one!, candidates: [{ type: 'host', address: '1.2.3.4', port: 5 }] });
    expect(thrown(() => unpackOffer(bytes.subarray(0, -1)))).to.equal('malformed');
    expect(thrown(() => unpackOffer(Uint8Array.from([0x20, ...bytes.subarray(1)])))).to.equal('version');
    const same = { ...one!.formats, vp8: one!.formats.h264 };
    expect(thrown(() => unpackOffer(packDescription({ ...one!, formats: same })))).to.equal('malformed');
    const none = { ...one!, codec: 'H264' as const, formats: { ...one!.formats, h264: 0 } };
    expect(thrown(() => unpackOffer(packDescription(none)))).to.equal('malformed');
  });
});

describe('a sealed text', () => {
  it('is opened by who knows the secret, as the answer to what it answers', async () => {
    const secret = await importSecret(newSecret(random));
    const body = random(40);
    const asked = await seal('offer', random(9), secret);
    const { text, seal: ours } = await seal('answer', body, secret, asked.seal);
    expect(kindOf(text)).to.equal('answer');
    const opened = await open(text, secret, asked.seal);
    expect([opened.kind, [...opened.body], [...opened.seal]]).to.deep.equal(['answer', [...body], [...ours]]);
  });

  it('is forged with another secret, another kind, another question, or another letter', async () => {
    const secret = await importSecret(newSecret(random));
    const { text, seal: chain } = await seal('offer', random(20), secret);
    const other = await importSecret(newSecret(random));
    const changed = text.slice(0, 9) + (text.charAt(9) === 'x' ? 'y' : 'x') + text.slice(10);
    expect(await rejected(open(text, other))).to.equal('forged');
    expect(await rejected(open(`A${text.slice(1)}`, secret))).to.equal('forged');
    expect(await rejected(open(text, secret, chain))).to.equal('forged');
    expect(await rejected(open(changed, secret))).to.equal('forged');
  });

  it('is none of ours where it is anything else', async () => {
    const secret = await importSecret(newSecret(random));
    for (const text of [
      '',
      'unknown',
      'unavailable',
      'O',
      'Oabc',
      'O@@@@',
      'X'.repeat(30),
      `O${'a'.repeat(300)}`,
      'Oa',
    ]) {
      expect(await rejected(open(text, secret)), text).to.be.oneOf(['malformed', 'forged']);
    }
    expect([kindOf(''), kindOf('hello'), kindOf('A'), kindOf('R'.repeat(256))]).to.deep.equal([
      null,
      null,
      'answer',
      null,
    ]);
    expect(await rejected(seal('offer', random(200), secret))).to.equal('too_long');
    for (const bad of ['', 'short', '@', 'a'.repeat(23)])
      expect(await rejected(importSecret(bad))).to.equal('malformed');
  });
});

describe('two pages that know only compact texts of each other', () => {
  for (const codec of ['H264', 'VP8'] as const) {
    it(`show the picture, in ${codec}`, async () => {
      const [kiosk, tv] = [new RTCPeerConnection(), new RTCPeerConnection()];
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
      const drawing = canvas.getContext('2d')!;
      const timer = setInterval(() => {
        drawing.fillStyle = `hsl(${Date.now() % 360} 50% 50%)`;
        drawing.fillRect(0, 0, 1280, 720);
      }, 40);
      const sound = new AudioContext();
      const [audio] = sound.createMediaStreamDestination().stream.getAudioTracks();
      const [video] = canvas.captureStream(25).getVideoTracks();
      const screen = Object.assign(document.createElement('video'), { muted: true });
      try {
        const complete = (peer: RTCPeerConnection): Promise<void> =>
          new Promise((resolve) => {
            const look = (): void => void (peer.iceGatheringState === 'complete' && resolve());
            peer.addEventListener('icegatheringstatechange', look);
            look();
          });
        kiosk.addTransceiver(audio!, { direction: 'sendonly' });
        const sender = kiosk.addTransceiver(video!, { direction: 'sendonly' });
        const { codecs } = RTCRtpReceiver.getCapabilities('video')!;
        const rank = ({ mimeType }: { mimeType: string }): number => (mimeType === `video/${codec}` ? 0 : 1);
        kiosk.addTransceiver('video', { direction: 'sendonly' });
        kiosk.createDataChannel('call-assist');
        sender.setCodecPreferences([...codecs].sort((one, other) => rank(one) - rank(other)));
        await kiosk.setLocalDescription();
        await complete(kiosk);
        const secret = await importSecret(newSecret(random));
        const asked = await seal('offer', packDescription(readOffer(kiosk.localDescription!.sdp)), secret);

        const heard = unpackOffer((await open(asked.text, secret)).body);
        expect(heard.codec).to.equal(codec);
        const shown = new Promise<MediaStream>((resolve) => {
          tv.addEventListener(
            'track',
            ({ track, transceiver }) => transceiver.mid === '1' && resolve(new MediaStream([track])),
          );
        });
        await tv.setRemoteDescription({ type: 'offer', sdp: writeOffer(heard) });
        await tv.setLocalDescription();
        await complete(tv);
        const answered = await seal(
          'answer',
          packDescription(readAnswer(tv.localDescription!.sdp, heard)),
          secret,
          asked.seal,
        );

        const answer = unpackAnswer((await open(answered.text, secret, asked.seal)).body);
        const ours = readOffer(kiosk.localDescription!.sdp);
        const sdp = writeAnswer(answer, ours, { start: 3000, min: 1500, max: 6000 });
        await kiosk.setRemoteDescription({ type: 'answer', sdp });
        await sender.sender.setParameters({
          ...sender.sender.getParameters(),
          degradationPreference: 'maintain-resolution',
        });
        screen.srcObject = await shown;
        await screen.play();
        await new Promise((resolve) => screen.requestVideoFrameCallback(resolve));
        expect([screen.videoWidth, screen.videoHeight]).to.deep.equal([1280, 720]);
        const stats = [...(await tv.getStats()).values()] as { type: string; mimeType?: string }[];
        const used = stats.filter(({ type }) => type === 'codec').map(({ mimeType }) => mimeType);
        expect(used).to.include(`video/${codec}`);
        expect(Math.max(asked.text.length, answered.text.length)).to.be.at.most(255);
      } finally {
        clearInterval(timer);
        screen.srcObject = null;
        kiosk.close();
        tv.close();
        video?.stop();
        await sound.close();
      }
    });
  }
});
