import { expect } from '@open-wc/testing';
import { preparePassword } from '../../../../../../src/runtime/providers/xmpp/stream/sasl-prepare.ts';
import { Scram, type ScramHash } from '../../../../../../src/runtime/providers/xmpp/stream/scram.ts';
import { StreamError } from '../../../../../../src/runtime/providers/xmpp/stream/problems.ts';

/** The examples of RFC 5802, 5 and RFC 7677, 3. */
const EXAMPLES: readonly { hash: ScramHash; nonce: string; challenge: string; response: string; proof: string }[] = [
  {
    hash: 'SHA-1',
    nonce: 'fyko+d2lbbFgONRv9qkxdawL',
    challenge: 'r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096',
    response: 'c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
    proof: 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
  },
  {
    hash: 'SHA-256',
    nonce: 'rOprNGfwEbeRWgbNEkqO',
    challenge: 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
    response:
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    proof: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  },
];

function begin({ hash, nonce }: Pick<(typeof EXAMPLES)[number], 'hash' | 'nonce'>, cache = new Map()): Scram {
  return new Scram({ hash, username: 'user', password: 'pencil', nonce, cache });
}

function problem(task: () => unknown): string {
  try {
    task();
  } catch (error) {
    return error instanceof StreamError ? error.problem : String(error);
  }
  return 'none';
}

describe('SCRAM', () => {
  for (const example of EXAMPLES) {
    const { hash, nonce, challenge, response, proof } = example;
    it(`answers as the example of ${hash} does, with derived and with kept keys`, async () => {
      const cache = new Map();
      for (const known of [0, 1]) {
        expect(cache.size).to.equal(known);
        const exchange = begin(example, cache);
        expect(exchange.first()).to.equal(`n,,n=user,r=${nonce}`);
        expect(await exchange.respond(challenge)).to.equal(response);
        exchange.succeed(proof);
      }
    });

    it(`takes the proof of ${hash} in a last challenge too`, async () => {
      const exchange = begin(example);
      await exchange.respond(challenge);
      expect(await exchange.respond(proof)).to.equal('');
      exchange.succeed(null);
    });

    it(`trusts no server without proof of ${hash}`, async () => {
      const exchange = begin(example);
      expect(problem(() => exchange.succeed(proof))).to.equal('impostor');
      await exchange.respond(challenge);
      expect(problem(() => exchange.succeed(null))).to.equal('impostor');
      expect(problem(() => exchange.succeed('v=AAAA'))).to.equal('impostor');
      expect(problem(() => exchange.succeed('e=other-error'))).to.equal('impostor');
    });
  }

  it('refuses challenges that are none', async () => {
    const bad = [
      '',
      'r=other,s=QSXC,i=4096',
      'r=nonce,s=QSXC,i=4096',
      'r=nonce1,s=,i=4096',
      'r=nonce1,s=%%,i=4096',
      'r=nonce1,s=QSXC,i=0',
      'r=nonce1,s=QSXC,i=1e3',
      'r=nonce1,s=QSXC,i=99999999999',
      'm=x,r=nonce1,s=QSXC,i=4096',
    ];
    for (const challenge of bad) {
      const error: unknown = await begin({ hash: 'SHA-1', nonce: 'nonce' })
        .respond(challenge)
        .catch((caught: unknown) => caught);
      expect((error as StreamError).problem, challenge).to.equal('malformed');
      expect((error as StreamError).message).not.to.contain('QSXC');
    }
  });

  it('escapes a name, and prepares a password', () => {
    const exchange = new Scram({ hash: 'SHA-1', username: 'a,b=c', password: '', nonce: 'n', cache: new Map() });
    expect(exchange.first()).to.equal('n,,n=a=2Cb=3Dc,r=n');
    // The examples of RFC 4013, 3.
    expect(['I\u00adX', 'user', '\u00aa', '\u2168', 'a\u00a0b'].map(preparePassword)).to.deep.equal([
      'IX',
      'user',
      'a',
      'IX',
      'a b',
    ]);
  });
});
