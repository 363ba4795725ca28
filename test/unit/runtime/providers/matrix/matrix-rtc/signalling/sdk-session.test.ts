import { expect } from '@open-wc/testing';
import { isOwnWord } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/sdk-session.ts';

type Received = Parameters<typeof isOwnWord>[0];

const received = (content: object, info: object | null): Received => ({
  message: { type: 'io.element.call.encryption_keys', sender: '@anna:test', content },
  encryptionInfo: info && {
    sender: '@anna:test',
    senderDevice: 'PHONE',
    senderCurve25519KeyBase64: 'key',
    senderVerified: false,
    ...info,
  },
});
const of = (device: unknown): object => ({ member: { claimed_device_id: device } });

describe('media keys', () => {
  for (const [what, given, expected] of [
    ['encrypted by the device that they are of', received(of('PHONE'), {}), true],
    ['in the clear', received(of('PHONE'), null), false],
    ['of another device of theirs', received(of('DESK'), {}), false],
    ['of no device', received({}, {}), false],
    ['of a broken member', received({ member: 'PHONE' }, {}), false],
    ['passed on by the server as somebody else’s', received(of('PHONE'), { sender: '@eve:test' }), false],
    ['of a device that is not known', received(of(undefined), { senderDevice: undefined }), false],
  ] as const) {
    it(`${what} are ${expected ? 'believed' : 'not believed'}`, () => expect(isOwnWord(given)).to.equal(expected));
  }
});
