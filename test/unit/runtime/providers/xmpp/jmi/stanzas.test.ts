import { expect } from '@open-wc/testing';
import { parseXml, serializeXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { element } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { readArchive } from '../../../../../../src/runtime/providers/xmpp/jmi/archive.ts';
import {
  type Envelope,
  ageOf,
  openForwarded,
  readEnvelope,
} from '../../../../../../src/runtime/providers/xmpp/jmi/envelope.ts';
import { type JmiMessage, readJmi, writeJmi } from '../../../../../../src/runtime/providers/xmpp/jmi/messages.ts';
import { ANN, ANN_TABLET, OWN, finished, no, plain } from './support/story.ts';

const JMI = `xmlns='urn:xmpp:jingle-message:0'`;
const propose = (media = 'audio') =>
  `<propose ${JMI} id='m'><description xmlns='urn:xmpp:jingle:apps:rtp:1' media='${media}'/></propose>`;
const stanza = (inner: string, attributes = `from='${ANN}' to='kiosk@home' type='chat'`) =>
  `<message xmlns='jabber:client' ${attributes}>${inner}</message>`;
const carbon = (kind: string, inner: string, from = 'kiosk@home', delay = '') =>
  stanza(
    `<${kind} xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>${delay}${inner}</forwarded></${kind}>`,
    `from='${from}' to='${OWN}'`,
  );
const read = (xml: string): Envelope | null => readEnvelope(parseXml(xml), OWN);

const MESSAGES: readonly JmiMessage[] = [
  { action: 'propose', id: 'm', media: ['audio', 'video'] },
  plain('ringing', 'm'),
  plain('proceed', 'm'),
  plain('accept', 'm'),
  no('reject', 'm'),
  no('retract', 'm', true),
  { action: 'finish', id: 'm', reason: null, migratedTo: null },
  finished('m', 'n'),
];

describe('messages of initiation', () => {
  for (const message of MESSAGES) {
    it(`${message.action} is read as it was written`, () => {
      const xml = serializeXml(element('jabber:client', 'message', { type: 'chat' }, writeJmi(message)));
      expect(xml).to.contain('<store xmlns="urn:xmpp:hints"/>');
      expect(readJmi(parseXml(xml))).to.deep.equal(message);
    });
  }
  it('are ignored where they are none, unknown, or about no call', () => {
    for (const inner of ['', '<body>hello</body>', `<other ${JMI} id='m'/>`, propose('application')]) {
      expect(read(stanza(inner))).to.equal(null);
    }
    expect(readEnvelope(parseXml(`<iq xmlns='jabber:client'/>`), OWN)).to.equal(null);
    for (const type of ['error', 'groupchat'])
      expect(read(stanza(propose(), `from='${ANN}' type='${type}'`))).to.equal(null);
  });
  for (const [what, inner] of [
    ['no id', `<proceed ${JMI}/>`],
    ['an empty id', `<reject ${JMI} id=''/>`],
    ['an id with a line break', `<retract ${JMI} id='a&#10;b'/>`],
    ['an endless id', `<ringing ${JMI} id='${'x'.repeat(300)}'/>`],
    ['nowhere to migrate to', `<finish ${JMI} id='m'><migrated/></finish>`],
  ] as const) {
    it(`are refused with ${what}`, () => {
      expect(() => read(stanza(inner)))
        .to.throw()
        .with.property('name', 'JingleError');
    });
  }
});

describe('who a message is from', () => {
  it('is said by the message, or within a carbon of our own account', () => {
    expect(read(stanza(propose()))).to.deep.include({ from: ANN, to: 'kiosk@home', stamp: null });
    const sent = stanza(`<proceed ${JMI} id='m'/>`, `from='kiosk@home/other' to='${ANN}'`);
    expect(read(carbon('sent', sent))).to.deep.include({ from: 'kiosk@home/other', to: ANN });
    expect(read(carbon('received', stanza(propose())))).to.deep.include({ from: ANN, to: 'kiosk@home' });
  });
  it('is not believed in a carbon of anybody else', () => {
    for (const from of [ANN, 'ann@a', 'kiosk@home/other', 'home']) {
      expect(read(carbon('received', stanza(propose()), from))).to.equal(null);
    }
    expect(read(carbon('received', ''))).to.equal(null);
  });
});

describe('how old a message is', () => {
  const delay = (stamp: string) => `<delay xmlns='urn:xmpp:delay' stamp='${stamp}'/>`;
  const at = Date.parse('2026-11-21T10:00:00Z');
  it('is counted from when the server took it', () => {
    const envelope = read(stanza(`${propose()}${delay('2026-11-21T10:00:00Z')}`))!;
    expect(envelope.stamp).to.equal(at);
    expect(ageOf(envelope, at + 5_000)).to.equal(5_000);
    expect(ageOf(envelope, at - 5_000)).to.equal(0);
  });
  it('is nothing without a stamp that can be read', () => {
    expect(ageOf(read(stanza(propose()))!, at)).to.equal(0);
    expect(ageOf(read(stanza(`${propose()}${delay('soon')}`))!, at)).to.equal(0);
  });
  it('is not made new by a time that the sender has written into it', () => {
    const stamps = delay('2027-01-01T00:00:00Z') + delay('2026-11-21T10:00:00Z');
    expect(read(stanza(`${propose()}${stamps}`))!.stamp).to.equal(at);
    const made = stanza(`${propose()}${delay('2027-01-01T00:00:00Z')}`);
    expect(read(carbon('received', made, 'kiosk@home', delay('2026-11-21T10:00:00Z')))!.stamp).to.equal(at);
  });
  it('is that within a carbon, or of the forwarding', () => {
    const old = stanza(`${propose()}${delay('2026-11-21T09:00:00Z')}`);
    expect(read(carbon('received', old, 'kiosk@home', delay('2026-11-21T10:00:00Z')))!.stamp).to.equal(at - 3_600_000);
    const forwarded = parseXml(
      `<forwarded xmlns='urn:xmpp:forward:0'>${delay('2026-11-21T10:00:00Z')}${stanza(propose())}</forwarded>`,
    );
    expect(openForwarded(forwarded, OWN)!.stamp).to.equal(at);
  });
});

describe('calls in the archive', () => {
  const now = 1_000_000;
  const say = (message: JmiMessage, from = ANN, to = 'kiosk@home', stamp = now - 600_000): Envelope => {
    return { from, to, stamp, message };
  };
  const proposal: JmiMessage = { action: 'propose', id: 'm', media: ['audio'] };
  const other = 'kiosk@home/other';
  const missed = [{ id: 'm', from: ANN, media: ['audio'], at: now - 600_000 }];
  const cases: readonly [string, readonly Envelope[], readonly unknown[]][] = [
    ['nobody answered', [say(proposal)], missed],
    ['it only rang somewhere', [say(proposal), say(plain('ringing', 'm'), other, ANN)], missed],
    ['the caller gave up', [say(proposal), say(no('retract', 'm'))], missed],
    ['somebody else says that it is over', [say(proposal), say(finished('m'), 'mallory@m/x')], missed],
    ['it came twice', [say(proposal), say(proposal)], missed],
    ['another device answered', [say(proposal), say(plain('proceed', 'm'), other, ANN), say(finished('m'))], []],
    ['another device declined', [say(proposal), say(no('reject', 'm'), other, ANN)], []],
    ['we called', [say(proposal, OWN, 'ann@a')], []],
    ['another device of ours was called', [say(proposal, ANN, other)], []],
    ['only its end is there', [say(no('retract', 'm'))], []],
  ];
  for (const [what, envelopes, expected] of cases) {
    it(`${what}: ${expected.length ? 'missed' : 'nothing'}`, () => {
      expect(readArchive(envelopes, OWN, 45_000, now)).to.deep.equal({ missed: expected, open: [] });
    });
  }
  it('may ring still if they are young and nobody has ended them', () => {
    const young = say(proposal, ANN_TABLET, OWN, now - 1_000);
    expect(readArchive([young], OWN, 45_000, now)).to.deep.equal({ missed: [], open: [young] });
    expect(readArchive([young, say(finished('m'), ANN_TABLET)], OWN, 45_000, now).missed).to.have.lengthOf(1);
  });
});
