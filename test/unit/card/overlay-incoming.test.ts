import { expect } from '@open-wc/testing';
import { type HideNames, hideNamesFor } from '../../../src/card/overlay/hiding.ts';
import type { CallView } from '../../../src/runtime/api.ts';

import { callView, FakeMedia, readySnapshot } from './support/fake-call-assist.ts';
import { type CaOverlay, find, has, press, settled, TestPage, text } from './support/page.ts';

const START = 1_700_000_000_000;

describe('overlay while it rings', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(() => page.close());

  const open = async (call: CallView): Promise<CaOverlay> => {
    page.api.set({ calls: [call] });
    return page.shown();
  };
  const hide = (hideNames: HideNames): void =>
    page.api.set({ settings: { ...page.api.snapshot.value.settings, hideNames } });

  describe('the ring', () => {
    it('is silenced by a button and by Escape, and goes on at the other side', async () => {
      page.api.set({ sounding: 'ringtone' });
      const overlay = await open(callView('ringing-in'));
      find(overlay, '[data-action="silence"]').click();
      await settled();
      press(find(overlay, 'dialog'), 'Escape');
      await settled();
      const command = { type: 'silence', callId: 'call-1', by: 'touch' };
      expect(page.api.commands).to.deep.equal([command, command]);
    });

    it('once silenced says so, on the screen and to those who hear it, and can still be answered', async () => {
      page.api.set({ sounding: 'ringtone' });
      const overlay = await open(callView('ringing-in'));
      page.api.set({ calls: [callView('ringing-in', { silenced: true })], sounding: null });
      await overlay.updateComplete;
      expect(has(overlay, '[data-action="silence"]')).to.equal(false);
      expect(text(find(overlay, '.top .chip'))).to.equal('The ring is silent');
      expect(text(find(overlay, '[role="status"]'))).to.equal('The ring is silent');
      expect(has(overlay, '[data-action="answer-video"]')).to.equal(true);
    });
  });

  describe('hidden names', () => {
    const everything = (overlay: CaOverlay): string => overlay.shadowRoot?.innerHTML ?? '';

    it('are nowhere until somebody asks, or answers', async () => {
      hide('while-ringing');
      const avatar = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      const overlay = await open(callView('ringing-in', { avatar }));
      expect(text(find(overlay, '#name'))).to.equal('Somebody is calling');
      expect(text(find(overlay, '[role="alert"]'))).to.equal('Incoming video call');
      expect(everything(overlay))
        .not.to.match(/Anna|@kitchen/)
        .and.not.to.contain(avatar);
      find(overlay, '[data-action="show-who"]').click();
      await overlay.updateComplete;
      expect(text(find(overlay, '#name'))).to.equal('Anna Berger');
    });

    it('while it rings: they are there after the answer', async () => {
      hide('while-ringing');
      const overlay = await open(callView('ringing-in'));
      page.api.set({ calls: [callView('active', { direction: 'incoming' })] });
      await overlay.updateComplete;
      expect(text(find(overlay, '#name'))).to.equal('Anna Berger');
    });

    it('always: in the call and after it, too', async () => {
      hide('always');
      const overlay = await open(callView('active'));
      for (const phase of ['active', 'reconnecting', 'ended'] as const) {
        page.api.set({ calls: [callView(phase)] });
        await overlay.updateComplete;
        expect(everything(overlay), phase).not.to.contain('Anna');
      }
      find(overlay, '[data-action="again"]').click();
      await settled();
      expect(page.api.commands[0]).to.deep.include({
        to: { accountId: 'account-1', contactId: '!anna.berger:example.org' },
      });
    });

    it('a card asks for more than the device, never for less', async () => {
      const card = {};
      hideNamesFor(card, 'while-ringing');
      const overlay = await open(callView('ringing-in'));
      expect(text(find(overlay, '#name'))).to.equal('Somebody is calling');
      hideNamesFor(card, 'show');
      hide('always');
      await overlay.updateComplete;
      expect(text(find(overlay, '#name'))).to.equal('Somebody is calling');
      hideNamesFor(card, null);
      hide('show');
      await overlay.updateComplete;
      expect(text(find(overlay, '#name'))).to.equal('Anna Berger');
    });

    it('cover a second call', async () => {
      hide('while-ringing');
      page.api.set({ calls: [callView('active'), callView('ringing-in', { id: 'call-2' })] });
      const overlay = await page.shown();
      expect(text(find(overlay, '#waiting'))).to.equal('Somebody is calling');
    });
  });

  describe('a drop-in', () => {
    const dropIn = (change: Partial<CallView> = {}): CallView =>
      callView('ringing-in', {
        dropIn: { stage: 'countdown', video: true, until: START + 7_000 },
        autoAnswerAt: START + 10_000,
        ...change,
      });

    it('counts, says that the camera is off, and can be refused, made to ring, or taken', async () => {
      const overlay = await open(dropIn());
      overlay.now = () => START + 4_100;
      overlay.requestUpdate();
      await overlay.updateComplete;
      expect(text(find(overlay, '#kind'))).to.equal('Drop-in from Anna Berger');
      expect(text(find(overlay, '#via'))).to.equal(
        'Connects in 6 seconds. The microphone starts then, the camera a few seconds later.',
      );
      expect(text(find(overlay, '.secs'))).to.equal('6');
      expect(text(find(overlay, '.chip'))).to.equal('Camera is still off');
      for (const action of ['answer-video', 'only-ring', 'decline']) find(overlay, `[data-action="${action}"]`).click();
      expect(page.api.commands.map(({ type }) => type)).to.deep.equal(['answer', 'only-ring', 'decline']);
    });

    it('says who it is only to those who ask, where names are hidden', async () => {
      page.api.set({ settings: { ...page.api.snapshot.value.settings, hideNames: 'while-ringing' } });
      const overlay = await open(dropIn());
      expect(text(find(overlay, '#kind'))).to.equal('Drop-in from Somebody');
      find(overlay, '[data-action="show-who"]').click();
      await overlay.updateComplete;
      expect(text(find(overlay, '#kind'))).to.equal('Drop-in from Anna Berger');
      expect(has(overlay, '[data-action="show-who"]')).to.equal(false);
    });

    it('waits for its sound before it counts', async () => {
      const overlay = await open(
        dropIn({ dropIn: { stage: 'unheard', video: false, until: START }, autoAnswerAt: null }),
      );
      expect(text(find(overlay, '#via'))).to.equal('Connects after a countdown.');
      expect(has(overlay, '.secs')).to.equal(false);
      expect(has(overlay, '[data-action="answer-voice"]')).to.equal(true);
    });

    it('is said at 10, 5, 3, 2 and 1 seconds', async () => {
      const overlay = await open(dropIn());
      const said: string[] = [];
      for (let ms = 0; ms < 10_000; ms += 500) {
        overlay.now = () => START + ms;
        overlay.requestUpdate();
        await overlay.updateComplete;
        const word = text(find(overlay, '[role="alert"]'));
        if (word !== said.at(-1)) said.push(word);
      }
      expect(said.slice(-4)).to.deep.equal(['5', '3', '2', '1']);
    });

    it('tells when our camera goes on', async () => {
      const overlay = await open(callView('active', { cameraOnAt: START + 4_000 }));
      overlay.now = () => START;
      overlay.requestUpdate();
      await overlay.updateComplete;
      expect(text(find(overlay, '.self .st'))).to.equal('Kitchen camera starts in 4 seconds');
    });
  });

  it('has the focus go to the expected answer first, and to Decline last', async () => {
    const media = new FakeMedia();
    page.api.medias.set('call-1', media);
    const overlay = await open(callView('ringing-in'));
    const order = [...overlay.shadowRoot!.querySelectorAll<HTMLElement>('button')].map(
      ({ dataset }) => dataset['action'],
    );
    expect(order).to.deep.equal(['answer-video', 'answer-voice', 'decline']);
  });
});
