import { expect } from '@open-wc/testing';
import { CallAssistCard } from '../../../../src/card/card.ts';
import { setLanguage } from '../../../../src/card/localize/localize.ts';

customElements.define('explained-card', class extends CallAssistCard {});

describe('a card for TVs on a tablet', () => {
  afterEach(async () => {
    document.querySelector('explained-card')?.remove();
    await setLanguage('en');
  });

  for (const preview of [false, true]) {
    it(`says what it is for, and has nothing to touch${preview ? ', in the editor too' : ''}`, async () => {
      const card = document.createElement('explained-card') as CallAssistCard;
      card.setConfig({ type: 'custom:call-assist-card', mode: 'tv' });
      card.preview = preview;
      document.body.append(card);
      await card.updateComplete;
      const root = card.shadowRoot!;
      expect(root.querySelector('h2')?.textContent).to.equal('This view is for TVs');
      expect(root.querySelectorAll('button, ca-cast-view')).to.have.lengthOf(0);
      await setLanguage('de');
      await card.updateComplete;
      expect(root.querySelector('h2')?.textContent).to.equal('Diese Ansicht ist für Fernseher');
      await expect(card).to.be.accessible();
      card.setConfig({ type: 'custom:call-assist-card' });
      await card.updateComplete;
      expect(root.textContent).to.not.include('Fernseher');
    });
  }
});
