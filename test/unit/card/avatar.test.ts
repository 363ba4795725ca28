import { expect, fixture, html } from '@open-wc/testing';
import { avatar } from '../../../src/card/components/avatar.ts';
import { text } from './support/page.ts';

describe('a face without a picture', () => {
  const letters = async (name: string): Promise<string> =>
    text(await fixture(html`<div>${avatar({ id: 'x', name, avatar: null })}</div>`));

  it('has the first letters of the first and the last word', async () => {
    expect(await letters('Anna Maria Berger')).to.equal('AB');
    expect(await letters('@grandma.smith')).to.equal('GS');
    expect(await letters('👵🏽 Oma')).to.equal('👵O');
  });

  it('has a letter too where a name begins with what cannot be seen, and a sign where it is nothing else', async () => {
    expect(await letters('\u202E\u2067רחל\u2069')).to.equal('ר');
    expect(await letters('\u202E\u202C')).to.equal('?');
  });
});
