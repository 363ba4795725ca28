import { expect } from '@open-wc/testing';
import { decodeText, encodeText, fromBase64 } from '../../../../../../src/runtime/providers/xmpp/stream/bytes.ts';
import { StreamError } from '../../../../../../src/runtime/providers/xmpp/stream/problems.ts';

describe('text that SASL carries', () => {
  it('is base64 of UTF-8, both ways', () => {
    expect(encodeText('Grüße 🙂')).to.equal('R3LDvMOfZSDwn5mC');
    expect(decodeText('R3LDvMOfZSDwn5mC')).to.equal('Grüße 🙂');
  });

  it('is refused where it is no base64', () => {
    for (const decode of [decodeText, fromBase64]) expect(() => decode('@')).to.throw(StreamError);
  });
});
