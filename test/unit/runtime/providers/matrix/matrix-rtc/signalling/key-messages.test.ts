import { expect } from '@open-wc/testing';
import {
  isMediaKey,
  isOwnWord,
} from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/key-messages.ts';
import fc from '../../../../../support/fast-check.ts';
import { elementCallKey } from './support/as-sent.ts';

type Received = Parameters<typeof isOwnWord>[0];

const received = (content: object, info: object | null, type: string = elementCallKey.type): Received => ({
  message: { type, sender: '@anna:test', content },
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

  const key = (keys: unknown): Received => received({ ...elementCallKey.content, keys }, {});
  const base64 = (bytes: number): string => btoa('k'.repeat(bytes));

  for (const [what, given, expected] of [
    ['as Element Call sends it', received(elementCallKey.content, {}), true],
    ['of the last index, without padding', key({ index: 255, key: base64(16).replaceAll('=', '') }), true],
    ['of 32 bytes, for URLs', key({ index: 0, key: `${'-_'.repeat(21)}8` }), true],
    ['of 15 bytes', key({ index: 0, key: base64(15) }), false],
    ['of 33 bytes', key({ index: 0, key: base64(33) }), false],
    ['that is empty', key({ index: 0, key: '' }), false],
    ['that is huge', key({ index: 0, key: base64(1_000_000) }), false],
    ['that is no base64', key({ index: 0, key: 'ä'.repeat(22) }), false],
    ['that is an object', key({ index: 0, key: { length: 22 } }), false],
    ['of an index beyond the ring', key({ index: 256, key: base64(16) }), false],
    ['of an index below it', key({ index: -1, key: base64(16) }), false],
    ['of half an index', key({ index: 0.5, key: base64(16) }), false],
    ['of an index that is a text', key({ index: '0', key: base64(16) }), false],
    ['in a list, as the oldest clients sent them', key([{ index: 0, key: base64(16) }]), false],
    ['without any', key(undefined), false],
    ['of another type of message', received(elementCallKey.content, {}, 'm.room_key'), false],
    ['that nobody encrypted', received(elementCallKey.content, null), false],
  ] as const) {
    it(`a key ${what} is ${expected ? 'passed on' : 'kept from the SDK'}`, () =>
      expect(isMediaKey(given)).to.equal(expected));
  }

  it('never throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (keys, member) => {
        isMediaKey(received({ ...elementCallKey.content, keys }, {}));
        isMediaKey(received({ keys, member }, {}));
      }),
    );
  });
});
