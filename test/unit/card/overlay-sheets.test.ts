import { expect } from '@open-wc/testing';
import type { CaCallSheet } from '../../../src/card/overlay/later/call-sheet.ts';
import { cameraOptions } from '../../../src/card/overlay/later/options.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import { callView, FakeMedia, readySnapshot, STILL } from './support/fake-call-assist.ts';
import { type CaOverlay, find, has, press, settled, TestPage, text, until } from './support/page.ts';

describe('sheets over a call', () => {
  let page: TestPage;
  beforeEach(() => {
    page = new TestPage(readySnapshot());
    page.api.medias.set('call-1', new FakeMedia());
  });
  afterEach(() => page.close());

  const open = async (kind: string, call: CallView): Promise<readonly [CaOverlay, CaCallSheet]> => {
    page.api.set({ calls: [call] });
    const overlay = await page.shown();
    find(overlay, `[data-action="${kind}"]`).click();
    await until(() => overlay.shadowRoot?.querySelector('ca-call-sheet')?.shadowRoot?.querySelector('section') != null);
    const sheet = find(overlay, 'ca-call-sheet') as unknown as CaCallSheet;
    await sheet.updateComplete;
    return [overlay, sheet];
  };

  it('another camera', async () => {
    const [overlay, sheet] = await open('camera', callView('active'));
    const options = [...sheet.shadowRoot!.querySelectorAll<HTMLButtonElement>('.opt')];
    expect(options.slice(0, 2).map((option) => text(option))).to.deep.equal([
      'Kitchen cameraThey see this now',
      'Front doorNot available now',
    ]);
    expect(options[0]!.getAttribute('aria-pressed')).to.equal('true');
    expect(options[1]!.disabled).to.equal(true);
    expect(options.map((option) => option.querySelector('img')?.src ?? null)).to.deep.equal([STILL, null, null]);
    expect(text(find(sheet, '#note'))).to.equal('Anna Berger sees the new picture as soon as you choose it.');
    find(sheet, '[data-camera="this_device"]').click();
    await overlay.updateComplete;
    expect(page.api.commands).to.have.lengthOf(1);
    const [command] = page.api.commands;
    expect(command?.type === 'set-camera' && command.camera.source).to.equal('this_device');
    expect(has(overlay, 'ca-call-sheet')).to.equal(false);
  });

  it('cameras of this device: front and rear where it has both, else by their names', () => {
    const call = callView('active', { camera: { state: 'on', path: 'device', source: 'this_device' } });
    const device = (deviceId: string, label: string) => ({ deviceId, label });
    const names = (...devices: ReturnType<typeof device>[]): string[] =>
      cameraOptions(call, [], devices, { deviceId: 'b' }).map(({ name, chosen }) => `${name}${chosen ? ' *' : ''}`);
    expect(names()).to.deep.equal(['The camera of this device *']);
    expect(names(device('a', 'USB'))).to.deep.equal(['The camera of this device *']);
    expect(names(device('a', 'USB'), device('b', 'Lid'))).to.deep.equal(['USB', 'Lid *']);
    expect(names(device('a', 'camera 1, facing front'), device('b', 'camera 0, facing back'))).to.deep.equal([
      'Front camera *',
      'Rear camera',
    ]);
  });

  it('the volume', async () => {
    const [, sheet] = await open('volume', callView('active'));
    find(sheet, '[data-action="quieter"]').click();
    const range = find(sheet, 'input') as HTMLInputElement;
    range.value = '35';
    range.dispatchEvent(new Event('input'));
    expect(page.api.commands).to.deep.equal([
      { type: 'set-volume', volume: 0.9, by: 'touch' },
      { type: 'set-volume', volume: 0.35, by: 'touch' },
    ]);
  });

  it('microphone and speaker by their names, and what the lock means', async () => {
    page.api.lists = {
      ...page.api.lists,
      microphones: [{ deviceId: 'm', label: 'Desk microphone' }],
      speakers: [{ deviceId: 's', label: 'Loud speaker' }],
    };
    const [overlay, sheet] = await open('more', callView('active', { security: 'on-the-way' }));
    expect(text(find(sheet, '.line:not(.pick)'))).to.contain('the servers that it depends on could');
    for (const name of ['microphone', 'speaker']) {
      const select = find(sheet, `[data-pick="${name}"]`) as HTMLSelectElement;
      select.value = '0';
      select.dispatchEvent(new Event('change'));
    }
    const microphone = { deviceId: 'm', label: 'Desk microphone' };
    expect(page.api.commands).to.deep.equal([{ type: 'set-microphone', callId: 'call-1', microphone, by: 'touch' }]);
    expect(page.api.asked).to.deep.equal([
      ['configureStation', { microphone }, 'kitchen'],
      ['configureStation', { speaker: { deviceId: 's', label: 'Loud speaker' } }, 'kitchen'],
    ]);
    // It could not be had: the choice is again what is used.
    page.api.set({
      calls: [callView('active', { microphone: { choice: null, problem: 'microphone_in_use' } })],
    });
    await overlay.updateComplete;
    sheet.call = page.api.snapshot.value.calls[0]!;
    await sheet.updateComplete;
    const line = find(sheet, '[data-pick="microphone"]');
    expect((line as HTMLSelectElement).value).to.equal('-1');
    expect(text(line.closest('label'))).to.contain('Another app uses the microphone');
  });

  it('lets guests change the microphone of this call, and no other', async () => {
    page.api.set({ lock: { kind: 'pin', locked: true, retryAt: null } });
    const [, sheet] = await open('more', callView('active'));
    for (const name of ['microphone', 'speaker'])
      find(sheet, `[data-pick="${name}"]`).dispatchEvent(new Event('change'));
    expect(page.api.commands).to.deep.equal([
      { type: 'set-microphone', callId: 'call-1', microphone: null, by: 'touch' },
    ]);
    expect(page.api.asked).to.deep.equal([]);
  });

  it('microphone and speaker are kept for the station that has the call', async () => {
    const { station } = page.api.snapshot.value;
    page.api.set({ stations: [station, { ...station, slug: 'hall' }] });
    const [, sheet] = await open('more', callView('active', { station: 'hall' }));
    for (const name of ['microphone', 'speaker'])
      find(sheet, `[data-pick="${name}"]`).dispatchEvent(new Event('change'));
    expect(page.api.asked).to.deep.equal([
      ['configureStation', { microphone: null }, 'hall'],
      ['configureStation', { speaker: null }, 'hall'],
    ]);
  });

  it('takes the focus, goes by Escape, and gives the focus back to what opened it', async () => {
    const [overlay, sheet] = await open('volume', callView('active'));
    expect(overlay.shadowRoot?.activeElement === sheet).to.equal(true);
    expect(find(overlay, '.stage').inert).to.equal(true);
    press(find(sheet, 'section'), 'm');
    press(find(sheet, 'section'), 'Escape');
    await overlay.updateComplete;
    await settled();
    expect(has(overlay, 'ca-call-sheet')).to.equal(false);
    expect(overlay.shadowRoot?.activeElement?.getAttribute('data-action')).to.equal('volume');
    expect(page.api.commands).to.deep.equal([]);
  });

  describe('a message', () => {
    const missed = (): CallView => callView('ended', { reason: 'no_answer' });
    const message = (sheet: CaCallSheet): HTMLElement => find(sheet, 'ca-call-message');

    it('is offered only where somebody can be written to', async () => {
      const { contacts } = readySnapshot();
      page.api.set({ contacts: contacts.map((one) => ({ ...one, writable: false })), calls: [missed()] });
      const overlay = await page.shown();
      expect(has(overlay, '[data-action="message"]')).to.equal(false);
      page.api.set({ calls: [callView('ended', { reason: 'remote_declined' })] });
      await overlay.updateComplete;
      expect(has(overlay, '.acts [data-action="again"].solid'), 'what is left is the main one').to.equal(true);
    });

    it('is one of four, and says that it is sent', async () => {
      const [overlay, sheet] = await open('message', missed());
      find(message(sheet), '[data-text="msg.later"]').click();
      await until(() => has(message(sheet), '[data-action="done"]'));
      expect(page.api.asked).to.deep.equal([
        ['sendMessage', 'account-1', '!anna.berger:example.org', 'I will call you later.'],
      ]);
      expect(text(find(message(sheet), '[role="status"]'))).to.equal('Message sent');
      find(message(sheet), '[data-action="done"]').click();
      await overlay.updateComplete;
      expect(has(overlay, 'ca-call-sheet')).to.equal(false);
    });

    it('stays as it was typed when it could not be sent', async () => {
      page.api.failure = new RangeError('no');
      const [, sheet] = await open('message', missed());
      const field = find(message(sheet), 'textarea') as HTMLTextAreaElement;
      find(message(sheet), '[data-action="send"]').click();
      expect(page.api.asked, 'nothing to send').to.deep.equal([]);
      field.value = ' Come over ';
      find(message(sheet), '[data-action="send"]').click();
      await until(() => text(find(message(sheet), '[role="alert"]')) !== '');
      expect(page.api.asked[0]?.[3]).to.equal('Come over');
      expect(field.value).to.equal(' Come over ');
    });
  });

  describe('an outcome', () => {
    it('stays for whoever touched it, and goes when it is closed', async () => {
      page.api.set({ calls: [callView('ended')] });
      const overlay = await page.shown();
      find(overlay, '.title').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      page.api.set({ calls: [] });
      expect(text(find(await page.shown(), '.title'))).to.equal('Call with Anna Berger ended');
      find(overlay, '.ib').click();
      expect(page.api.commands, 'the runtime has forgotten it').to.deep.equal([]);
      expect((await page.overlay()) === null).to.equal(true);
    });

    it('makes way for a call', async () => {
      page.api.set({ calls: [callView('ended', { id: 'old' })] });
      const overlay = await page.shown();
      find(overlay, '.title').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      page.api.set({ calls: [callView('ringing-in')] });
      await overlay.updateComplete;
      expect(has(overlay, '.ca-incoming')).to.equal(true);
      page.api.set({ calls: [] });
      expect((await page.overlay()) === null).to.equal(true);
    });

    for (const [reason, action] of [
      ['microphone_denied', 'help.microphone'],
      ['insecure_page', 'help.https'],
      ['no_connection', 'help.relay'],
    ] as const) {
      it(`${reason} explains what to do`, async () => {
        const [, sheet] = await open(action, callView('ended', { reason }));
        expect(sheet.shadowRoot!.querySelectorAll('li').length).to.equal(3);
      });
    }
  });
});
