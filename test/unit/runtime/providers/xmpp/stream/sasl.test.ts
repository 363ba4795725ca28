import { expect } from '@open-wc/testing';
import {
  type StreamError,
  saslProblem,
  streamProblem,
} from '../../../../../../src/runtime/providers/xmpp/stream/problems.ts';
import { beginSasl, type SaslOptions } from '../../../../../../src/runtime/providers/xmpp/stream/sasl.ts';

function choose(offered: readonly string[], given: Partial<SaslOptions> = {}): string {
  const options = { username: 'anna', password: 'secret', offered, secure: true, nonce: 'n', cache: new Map() };
  try {
    return beginSasl({ ...options, hasWebCrypto: true, ...given }).mechanism;
  } catch (error) {
    return (error as StreamError).problem;
  }
}

describe('SASL', () => {
  it('takes the strongest mechanism that is offered', () => {
    expect(choose(['PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'SCRAM-SHA-512'])).to.equal('SCRAM-SHA-512');
    expect(choose(['PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-1-PLUS'])).to.equal('SCRAM-SHA-1');
    expect(choose(['PLAIN', 'X-OAUTH2'])).to.equal('PLAIN');
    expect(choose(['GSSAPI', 'SCRAM-SHA-1-PLUS'])).to.equal('not-offered');
    expect(choose([])).to.equal('not-offered');
  });

  it('sends a password as it is only where nobody can read it', () => {
    expect(choose(['PLAIN'], { secure: false })).to.equal('not-offered');
    expect(choose(['PLAIN', 'SCRAM-SHA-1'], { hasWebCrypto: false })).to.equal('PLAIN');
    expect(choose(['PLAIN', 'SCRAM-SHA-1'], { hasWebCrypto: false, secure: false })).to.equal('no-webcrypto');
  });

  it('speaks PLAIN (RFC 4616)', async () => {
    const exchange = beginSasl({
      username: 'anna',
      password: 'secret',
      offered: ['PLAIN'],
      secure: true,
      nonce: '',
      cache: new Map(),
    });
    expect(exchange.first()).to.equal('\0anna\0secret');
    exchange.succeed(null);
    const error: unknown = await exchange.respond('?').catch((caught: unknown) => caught);
    expect((error as StreamError).problem).to.equal('malformed');
  });

  it('tells a refused password from a server that is not ready', () => {
    expect(saslProblem('not-authorized')).to.equal('wrong-password');
    expect(saslProblem('temporary-auth-failure')).to.equal('busy');
    expect(saslProblem('mechanism-too-weak')).to.equal('not-offered');
    expect(saslProblem('aborted')).to.equal('refused');
    expect(streamProblem('conflict')).to.equal('conflict');
    expect(streamProblem('resource-constraint')).to.equal('busy');
    expect(streamProblem('host-unknown')).to.equal('no-address');
    expect(streamProblem('not-authorized')).to.equal('wrong-password');
    expect(streamProblem('system-shutdown')).to.equal('refused');
  });
});
