import { expect } from '@open-wc/testing';
import { END_REASONS } from '../../../../../../src/runtime/call/call.ts';
import { serializeXml, toDom } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { childOf, element, elements } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import {
  JINGLE_REASONS,
  endReason,
  jingleReason,
  sessionError,
  stanzaError,
  terminateReason,
} from '../../../../../../src/runtime/providers/xmpp/jingle/reasons.ts';

describe('reasons', () => {
  it('of ours all have a word of XEP-0166', () => {
    for (const reason of END_REASONS) expect(JINGLE_REASONS).to.contain(jingleReason(reason));
    expect(jingleReason('declined')).to.equal('decline');
    expect(jingleReason('busy_here')).to.equal('busy');
  });
  const cases = [
    ['outgoing', 'busy', 'busy'],
    ['outgoing', null, 'remote_declined'],
    ['outgoing', 'no-such-word', 'remote_declined'],
    ['outgoing', 'constructor', 'remote_declined'],
    ['outgoing', 'timeout', 'no_answer'],
    ['incoming', 'success', 'missed'],
    ['answered', 'decline', 'remote_declined'],
    ['answered', 'connectivity-error', 'no_connection'],
    ['answered', 'unsupported-applications', 'cannot_call'],
    ['connected', 'success', 'remote_hung_up'],
    ['connected', 'connectivity-error', 'connection_lost'],
    ['connected', 'media-error', 'protocol_error'],
  ] as const;
  for (const [stage, word, reason] of cases) {
    it(`${word} of theirs is ${reason} while ${stage}`, () => expect(endReason(stage, word)).to.equal(reason));
  }
  for (const stage of ['outgoing', 'incoming', 'answered', 'connected'] as const) {
    it(`of theirs are all ends that we know while ${stage}`, () => {
      for (const word of JINGLE_REASONS) expect(END_REASONS).to.contain(endReason(stage, word));
    });
  }
  it('of errors name the condition, and that of Jingle where there is one', () => {
    const error = stanzaError('tie-break');
    expect(childOf(error, 'urn:ietf:params:xml:ns:xmpp-stanzas', 'conflict')).not.to.equal(null);
    expect(childOf(error, 'urn:xmpp:jingle:errors:1', 'tie-break')).not.to.equal(null);
    expect(stanzaError('malformed').children).to.have.lengthOf(1);
    expect(terminateReason('insecure')).to.equal('security-error');
  });
  it('of sessions that are not there, of accounts that are not, and of too much', () => {
    const conditions = (['unavailable', 'unknown-session', 'too-many'] as const).map((why) => {
      return elements(sessionError(why)).map(({ name }) => name);
    });
    expect(conditions).to.deep.equal([
      ['service-unavailable'],
      ['item-not-found', 'unknown-session'],
      ['resource-constraint'],
    ]);
  });
});

describe('XML', () => {
  it('never holds what would end the stream', () => {
    const xml = serializeXml(element('urn:x', 'x', { a: '\u0000<"\uD800', b: null, c: 0 }, ['\u0008&', null]));
    expect(xml).to.equal('<x xmlns="urn:x" a="&lt;&quot;\uFFFD" c="0">&amp;</x>');
    expect(toDom(element('', 'plain')).namespaceURI).to.equal(null);
  });
});
