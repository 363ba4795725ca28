import { expect } from '@open-wc/testing';
import { serializeXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { sendMessage } from '../../../../../../src/runtime/providers/xmpp/message.ts';
import { WireError } from '../../../../../../src/runtime/providers/xmpp/wire.ts';
import { fakePlatform } from '../../../../support/fake-platform.ts';
import { FakeWire } from '../support/fake-wire.ts';

const BEN = 'ben@example.org';
const problem = (sent: Promise<void>): Promise<string> =>
  sent.then(
    () => 'sent',
    (error: unknown) => (error instanceof WireError ? error.problem : String(error)),
  );

describe('a message to somebody', () => {
  const start = () => {
    const [wire, platform] = [new FakeWire(), fakePlatform()];
    platform.id = () => 'one';
    return { wire, platform, context: { wire, platform } };
  };

  it('is a chat message with an id of its own that archives keep', async () => {
    const { wire, platform, context } = start();
    await sendMessage(context, BEN, 'I will call <back> & soon\u0000');
    expect(wire.sent.map(serializeXml)).to.deep.equal([
      '<message xmlns="jabber:client" type="chat" to="ben@example.org" id="one">' +
        '<body>I will call &lt;back&gt; &amp; soon</body>' +
        '<origin-id xmlns="urn:xmpp:sid:0" id="one"/><store xmlns="urn:xmpp:hints"/></message>',
    ]);
    expect(platform.clock.pending).to.equal(0);
  });

  it('has to be one', async () => {
    const { wire, context } = start();
    for (const text of ['', ' \n', 'x'.repeat(1_001)]) {
      expect(await problem(sendMessage(context, BEN, text))).to.contain('RangeError');
    }
    expect(wire.sent).to.deep.equal([]);
    expect(await problem(sendMessage(context, BEN, 'x'.repeat(1_000)))).to.equal('sent');
  });

  it('is not kept for later where there is no stream', async () => {
    const { wire, context } = start();
    wire.online.set(false);
    expect(await problem(sendMessage(context, BEN, 'hello'))).to.equal('lost');
    expect(wire.sent).to.deep.equal([]);
  });

  it('says so where it was lost, or is not known to have arrived', async () => {
    const { wire, platform, context } = start();
    wire.failing = new WireError('lost');
    expect(await problem(sendMessage(context, BEN, 'hello'))).to.equal('lost');
    wire.send = () => new Promise(() => {});
    const silent = problem(sendMessage(context, BEN, 'hello'));
    await platform.clock.advance(15_000);
    expect(await silent).to.equal('timeout');
    expect(platform.clock.pending).to.equal(0);
  });
});
