import { expect } from '@open-wc/testing';
import {
  MAX_PICTURE,
  decodePicture,
  pictureType,
} from '../../../../../../src/runtime/providers/xmpp/contacts/picture.ts';
import { WireError } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { House, item } from './support/house.ts';

const METADATA = 'urn:xmpp:avatar:metadata';
const PUBSUB = 'http://jabber.org/protocol/pubsub';
const NONE = '0'.repeat(40);
type Bytes = Uint8Array<ArrayBuffer>;

/** A picture as the browser makes it. */
async function picture(type: 'image/png' | 'image/jpeg', color = 'red', side = 8): Promise<Bytes> {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, side, side);
  return new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
}
const base64 = (data: Bytes): string => btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));
async function sha1(data: Bytes): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', data));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('a picture', () => {
  it('is known by its bytes', async () => {
    expect(pictureType(await picture('image/png'))).to.equal('image/png');
    expect(pictureType(await picture('image/jpeg'))).to.equal('image/jpeg');
  });

  it('is none where it is cut off, unfolds to too much, or is something else', async () => {
    const png = await picture('image/png');
    const huge = png.slice();
    new DataView(huge.buffer).setUint32(16, 100_000);
    const jpeg = await picture('image/jpeg');
    const text = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const endless = new Uint8Array(1_000).fill(0xff);
    endless[1] = 0xd8;
    for (const bad of [png.slice(0, 20), huge, jpeg.slice(0, 8), text, endless, new Uint8Array(0)]) {
      expect(pictureType(bad)).to.equal(null);
    }
  });

  it('comes in base64, not too much of it', () => {
    expect(decodePicture('AAEC\n Aw==')).to.deep.equal(new Uint8Array([0, 1, 2, 3]));
    expect(decodePicture('?')).to.equal(null);
    expect(decodePicture('A'.repeat(MAX_PICTURE * 1.5))).to.equal(null);
    expect(decodePicture('A'.repeat(MAX_PICTURE * 4))).to.equal(null);
  });
});

describe('pictures of people', () => {
  let house: House;
  let png: Bytes;
  let hash: string;
  const revoked: string[] = [];
  const revoke = URL.revokeObjectURL;
  const fetched = (): readonly (string | null)[] =>
    house.wire.asked.filter(({ payload }) => ['pubsub', 'vCard'].includes(payload.name)).map(({ to }) => to);
  const answer = (data: Bytes): void =>
    house.wire.answers(
      'get',
      PUBSUB,
      'pubsub',
      () =>
        `<pubsub xmlns='${PUBSUB}'><items node='urn:xmpp:avatar:data'><item><data xmlns='urn:xmpp:avatar:data'>${base64(data)}</data></item></items></pubsub>`,
    );
  const publishes = (from: string, id: string, more = `type='image/png' bytes='100'`): void =>
    house.publishes(from, METADATA, `<metadata xmlns='${METADATA}'><info id='${id}' ${more}/></metadata>`);
  const shows = (from: string, id: string): void =>
    house.presence(`${from}/x`, `<x xmlns='vcard-temp:x:update'><photo>${id}</photo></x>`);

  beforeEach(async () => {
    revoked.splice(0);
    URL.revokeObjectURL = (url) => {
      revoked.push(url);
      revoke.call(URL, url);
    };
    png = await picture('image/png');
    hash = await sha1(png);
    house = new House(['ann@a', 'bob@b', 'carl@c'].map((jid) => item(jid)).join(''));
    answer(png);
    await house.begin();
  });
  afterEach(async () => {
    await house.scope.close();
    URL.revokeObjectURL = revoke;
    expect(house.failures).to.deep.equal([]);
    expect(house.platform.clock.pending).to.equal(0);
  });

  it('are fetched some seconds after the stream began, once for each picture', async () => {
    publishes('ann@a', hash);
    publishes('bob@b', hash.toUpperCase());
    publishes('mallory@m', NONE);
    await house.pause(3_000);
    expect(fetched()).to.deep.equal([]);
    await house.pause(3_000);
    await house.pause();
    expect(fetched()).to.deep.equal(['ann@a']);
    const url = house.contact('ann@a')!.avatar!;
    expect(url).to.match(/^blob:/);
    expect(house.contact('bob@b')?.avatar).to.equal(url);
    const shown = await fetch(url);
    expect([shown.headers.get('Content-Type'), new Uint8Array(await shown.arrayBuffer())]).to.deep.equal([
      'image/png',
      png,
    ]);
    await house.scope.close();
    expect(revoked).to.deep.equal([url]);
  });

  it('are let go when they are taken away, or their person is', async () => {
    await house.pause(6_000);
    publishes('ann@a', hash);
    await house.pause();
    await house.pause();
    const url = house.contact('ann@a')!.avatar!;
    house.publishes('ann@a', METADATA, `<metadata xmlns='${METADATA}'/>`);
    await house.pause();
    expect([house.contact('ann@a')?.avatar, revoked]).to.deep.equal([null, [url]]);
  });

  it('are taken from vCards too, with the name that is in them', async () => {
    const vcard = `<vCard xmlns='vcard-temp'><FN>Bob Builder</FN><PHOTO><TYPE>x</TYPE><BINVAL>${base64(png)}</BINVAL></PHOTO></vCard>`;
    house.wire.answers('get', 'vcard-temp', 'vCard', () => vcard);
    await house.pause(6_000);
    shows('bob@b', hash);
    shows('ann@a', '');
    await house.pause();
    await house.pause();
    expect(fetched()).to.deep.equal(['bob@b']);
    expect(house.contact('bob@b')?.avatar).to.match(/^blob:/);
    expect(house.contact('bob@b')?.name).to.equal('Bob Builder');
  });

  it('are fetched one at a time', async () => {
    house.wire.answers('get', PUBSUB, 'pubsub', () => new Promise(() => {}));
    await house.pause(6_000);
    publishes('ann@a', hash);
    publishes('bob@b', NONE);
    await house.pause();
    expect(fetched()).to.deep.equal(['ann@a']);
  });

  const refused: readonly [string, () => void][] = [
    ['is another picture', () => publishes('ann@a', NONE)],
    [
      'does not come',
      () => {
        house.wire.answers('get', PUBSUB, 'pubsub', () => new WireError('timeout'));
        publishes('ann@a', hash);
      },
    ],
    [
      'is nothing',
      () => {
        house.wire.answers('get', PUBSUB, 'pubsub', () => null);
        publishes('ann@a', hash);
      },
    ],
  ];
  for (const [what, publish] of refused) {
    it(`are not shown where what comes ${what}, and asked for again in the next stream`, async () => {
      await house.pause(6_000);
      publish();
      await house.pause();
      await house.pause(60_000);
      expect([house.contact('ann@a')?.avatar, fetched().length]).to.deep.equal([null, 1]);
      await house.begin();
      await house.pause(6_000);
      expect(fetched()).to.have.lengthOf(2);
    });
  }

  for (const [what, more] of [
    ['too large', `type='image/png' bytes='300000'`],
    ['somewhere in the web', `type='image/png' bytes='100' url='https://example.org/a.png'`],
    ['a script in a picture', `type='image/svg+xml' bytes='100'`],
  ] as const) {
    it(`are not fetched where they are ${what}`, async () => {
      await house.pause(6_000);
      publishes('ann@a', hash, more);
      publishes('bob@b', '../x');
      await house.pause();
      expect(fetched()).to.deep.equal([]);
    });
  }
});
