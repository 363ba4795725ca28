import { expect } from '@open-wc/testing';
import { SignInError, type Account } from '../../../../../../src/runtime/providers/provider.ts';
import { parseAddress } from '../../../../../../src/runtime/providers/xmpp/address.ts';
import { xmppDescriptor } from '../../../../../../src/runtime/providers/xmpp/descriptor.ts';
import { signInError } from '../../../../../../src/runtime/providers/xmpp/errors.ts';
import { readSettings } from '../../../../../../src/runtime/providers/xmpp/settings.ts';
import { readForm, signIn } from '../../../../../../src/runtime/providers/xmpp/sign-in.ts';
import { sameStatus, withNotice } from '../../../../../../src/runtime/providers/xmpp/status.ts';
import { StreamError } from '../../../../../../src/runtime/providers/xmpp/stream/index.ts';
import { fakePlatform } from '../../../../support/fake-platform.ts';

function said(task: () => unknown): string {
  try {
    task();
  } catch (error) {
    return error instanceof SignInError ? `${error.problem} ${error.field}` : String(error);
  }
  return 'fine';
}

describe('an XMPP address', () => {
  it('is understood in the ways that people write it', () => {
    const jid = (text: string): string | undefined => parseAddress(text)?.jid;
    expect(jid(' Anna@Example.org ')).to.equal('anna@example.org');
    expect(jid('anna@example.org/phone')).to.equal('anna@example.org');
    expect(jid('xmpp:anna@example.org?message;body=hi')).to.equal('anna@example.org');
    expect(jid('XMPP:anna%2Bx@example.org')).to.equal('anna+x@example.org');
    expect(jid('anna@münchen.example')).to.equal('anna@münchen.example');
    expect(jid('anna@example.org.')).to.equal('anna@example.org');
    expect(jid('anna@[2001:db8::1]')).to.equal('anna@[2001:db8::1]');
  });

  it('is not made up', () => {
    const none = [
      '',
      'anna',
      '@example.org',
      'anna@',
      'a@b@c',
      'an na@example.org',
      'anna@exa mple.org',
      '@anna:example.org',
    ];
    const odd = ['xmpp:', 'xmpp:%zz@example.org', 'anna@example.org:5222', 'https://example.org/', 'a"b@example.org'];
    expect([...none, ...odd].map((text) => parseAddress(text))).to.deep.equal([...none, ...odd].map(() => null));
  });
});

describe('signing in to XMPP', () => {
  it('looks at what was typed first', () => {
    const form = { jid: 'anna@example.org', password: 'secret' };
    expect(said(() => readForm({}))).to.equal('needed jid');
    expect(said(() => readForm({ ...form, jid: 'anna' }))).to.equal('bad_address jid');
    expect(said(() => readForm({ jid: form.jid }))).to.equal('needed password');
    expect(said(() => readForm({ ...form, websocket: 'https://example.org' }))).to.equal('bad_address websocket');
    expect(said(() => readForm({ ...form, websocket: 'not an address' }))).to.equal('bad_address websocket');
    expect(said(() => readForm({ ...form, websocket: 'ws://example.org/ws' }))).to.equal('server_not_secure websocket');
    expect(readForm(form).websocket).to.equal(null);
    expect(readForm({ ...form, websocket: 'example.org/ws' }).websocket).to.equal('wss://example.org/ws');
    expect(readForm({ ...form, websocket: 'ws://127.0.0.1:5280/ws' }).websocket).to.equal('ws://127.0.0.1:5280/ws');
  });

  it('says which field a failure is about', () => {
    const problems = [
      'no-address',
      'unreachable',
      'not-secure',
      'wrong-password',
      'not-offered',
      'no-webcrypto',
      'busy',
      'impostor',
    ] as const;
    const told = (isOnline: boolean): string[] =>
      problems.map((problem) => {
        const error = signInError(new StreamError(problem), isOnline);
        return `${error.problem} ${error.field}`;
      });
    expect(told(true)).to.deep.equal([
      'no_websocket websocket',
      'no_connection websocket',
      'server_not_secure websocket',
      'wrong_password password',
      'not_offered null',
      'insecure_page null',
      'rate_limited null',
      'server_error null',
    ]);
    expect(told(false).slice(0, 2)).to.deep.equal(['network null', 'network null']);
    expect(signInError(new StreamError('closed'), true).problem).to.equal('cancelled');
    expect(signInError(new StreamError('timeout'), true).problem).to.equal('network');
    expect(signInError(new Error('odd'), true).problem).to.equal('server_error');
  });

  it('stops when it is stopped, and leaves nothing', async () => {
    const platform = fakePlatform();
    const values = { jid: 'anna@example.org', password: 'secret', websocket: 'wss://127.0.0.1:9/ws' };
    const context = { platform, previous: null };
    const error: unknown = await signIn(values, { ...context, signal: AbortSignal.abort() }).catch(
      (caught: unknown) => caught,
    );
    expect((error as SignInError).problem).to.equal('cancelled');
    const { signal } = new AbortController();
    const refused: unknown = await signIn(values, { ...context, signal }).catch((caught: unknown) => caught);
    expect((refused as SignInError).problem).to.equal('no_connection');
    expect(JSON.stringify([String(refused), platform.lines])).not.to.contain('secret');
    expect(platform.clock.pending).to.equal(0);
  });
});

describe('an XMPP account', () => {
  const account = (settings: Account['settings']): Account => ({ id: '1', protocol: 'xmpp', address: 'a@b', settings });

  it('has settings that are looked at', () => {
    expect(readSettings(account({}))).to.equal(null);
    const settings = readSettings(
      account({ resource: 'r', websocket: 7, strangers: 'yes', forceTURN: true, archived: '1' }),
    );
    expect(settings).to.deep.equal({
      resource: 'r',
      websocket: null,
      strangers: false,
      forceTURN: true,
      remembered: undefined,
      archived: null,
    });
  });

  it('is described without its code', async () => {
    const fields = xmppDescriptor.accountForm.variants.flatMap((variant) => variant.fields);
    expect(fields.map(({ name, required }) => `${name} ${required}`)).to.deep.equal([
      'jid true',
      'password true',
      'websocket false',
    ]);
    expect(xmppDescriptor.options.map(({ name }) => name)).to.deep.equal(['strangers', 'forceTURN']);
    expect((await xmppDescriptor.load()).protocol).to.equal('xmpp');
  });

  it('tells what its server lacks, while it is online', () => {
    expect(withNotice({ state: 'online' }, false)).to.deep.equal({ state: 'online', notice: 'no_relay' });
    expect(withNotice({ state: 'online' }, null)).to.deep.equal({ state: 'online' });
    expect(withNotice({ state: 'connecting' }, false)).to.deep.equal({ state: 'connecting' });
    expect(sameStatus({ state: 'online' }, { state: 'online', notice: 'no_relay' })).to.equal(false);
    expect(sameStatus({ state: 'degraded', reason: 'server' }, { state: 'degraded', reason: 'network' })).to.equal(
      false,
    );
    expect(sameStatus({ state: 'online' }, { state: 'online' })).to.equal(true);
  });
});
