import { expect } from '@open-wc/testing';
import { displaySaid } from '../../../src/card/overlay/later/displays/said.ts';
import { isWorthOffering, whyNot } from '../../../src/card/displays.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import type { Cannot, DisplayFailure } from '../../../src/runtime/displays/displays.ts';
import type { CallDisplayView } from '../../../src/runtime/displays/view.ts';
import { callDisplay, screen } from './support/displays.ts';
import { callView, FakeMedia, readySnapshot } from './support/fake-call-assist.ts';
import { type CaOverlay, find, has, settled, TestPage, text, touch, until } from './support/page.ts';

const failed = (reason: DisplayFailure): CallDisplayView =>
  callDisplay({
    state: 'here',
    failure: { display: 'media_player.living_room', name: 'Living-room TV', reason },
  });

describe('a call on a display', () => {
  let page: TestPage;
  let overlay: CaOverlay;
  let media: FakeMedia;
  const stops: (() => void)[] = [];

  beforeEach(async () => {
    page = new TestPage(readySnapshot());
    page.api.screens = [screen()];
    media = new FakeMedia();
    page.api.medias.set('call-1', media);
    page.api.set({ calls: [callView('active')] });
    overlay = await page.shown();
  });
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    page.close();
  });

  const shows = async (display: CallDisplayView | undefined, change: Partial<CallView> = {}): Promise<void> => {
    page.api.set({ calls: [callView('active', { ...change, ...(display && { display }) })] });
    await overlay.updateComplete;
    await settled();
    await overlay.updateComplete;
  };
  const said = (): string => text(overlay.shadowRoot?.querySelector('[role="status"]'));
  const cried = (): string => text(overlay.shadowRoot?.querySelector('p[role="alert"]'));
  /** Touches count once what is on screen has been there for a while. */
  const later = (): void => {
    const { now } = overlay;
    overlay.now = () => now() + 1_000;
  };
  const pressed = async (action: string): Promise<void> => {
    later();
    touch(find(overlay, `[data-action="${action}"]`));
    await settled();
  };
  const lastCommand = (): unknown => page.api.commands.at(-1);

  it('can be moved where there is a screen', async () => {
    await until(() => has(overlay, '.dock [data-action="display"]'));
    expect(text(find(overlay, '.dock [data-action="display"]'))).to.equal('Move to TV');
  });

  it('can be moved from its first moment on, since screens are asked for while it rings', async () => {
    page.close();
    page = new TestPage(readySnapshot());
    page.api.screens = [screen()];
    page.api.medias.set('call-1', new FakeMedia());
    page.api.set({ calls: [callView('ringing-in')] });
    overlay = await page.shown();
    await until(() => page.api.looks > 0);
    page.api.set({ calls: [callView('connecting')] });
    await overlay.updateComplete;
    expect(has(overlay, '.dock [data-action="display"]')).to.equal(true);
    await shows(undefined);
    expect(page.api.looks).to.equal(1);
  });

  it('cannot be moved without one', async () => {
    page.close();
    page = new TestPage(readySnapshot());
    page.api.screens = [screen({ ways: [{ way: 'cast-view', capability: { can: false, why: 'not_cast' } }] })];
    page.api.medias.set('call-1', new FakeMedia());
    page.api.set({ calls: [callView('active')] });
    overlay = await page.shown();
    await until(() => page.api.looks > 0);
    await shows(undefined);
    expect(has(overlay, '[data-action="display"]')).to.equal(false);
  });

  it('says that it is on its way, with the picture still here', async () => {
    await shows(callDisplay({ state: 'moving' }));
    expect(has(overlay, '.stage.pictured')).to.equal(true);
    expect(text(find(overlay, '.display-note .t'))).to.equal(
      'Moving to Living-room TV…The picture stays here until it is seen there.',
    );
    expect(said()).to.equal('Moving to Living-room TV…');
    await pressed('display-back');
    expect(lastCommand()).to.deep.equal({
      type: 'set-display',
      display: 'this_device',
      callId: 'call-1',
      by: 'touch',
    });
  });

  it('is a remote control once it is there', async () => {
    await shows(callDisplay());
    expect(text(find(overlay, '.ca-tv-remote .on b'))).to.equal('On the TV in the Living room');
    expect(text(find(overlay, '.ca-tv-remote .on'))).to.include('You hear Anna Berger there.');
    expect(said()).to.equal('Now on the TV in the Living room');
    const keys = [...(overlay.shadowRoot?.querySelectorAll('.pad [data-action]') ?? [])];
    expect(keys.map((key) => text(key))).to.deep.equal([
      'MicrophoneOn',
      'Kitchen cameraOn',
      'Change cameraCameras: 2',
      'SoundOn the TV',
      'Bring it backTo this tablet',
      'Another screen',
      'Hang up',
    ]);
    for (const action of ['toggle-microphone', 'toggle-camera', 'display-sound', 'hang-up']) await pressed(action);
    expect(page.api.commands).to.deep.equal([
      { type: 'set-media', callId: 'call-1', audio: false, by: 'touch' },
      { type: 'set-media', callId: 'call-1', video: false, by: 'touch' },
      { type: 'set-display-sound', sound: 'this_device', callId: 'call-1', by: 'touch' },
      { type: 'hang-up', callId: 'call-1', by: 'touch' },
    ]);
  });

  it('names the screen where no room is known', async () => {
    await shows(callDisplay({ area: '' }));
    expect(text(find(overlay, '.on b'))).to.equal('On Living-room TV');
    expect(said()).to.equal('Now on Living-room TV');
  });

  it('is seen in the frame of the TV, and heard on one screen only', async () => {
    const video = find(overlay, '.players video') as HTMLVideoElement;
    const heard = (): readonly [number, boolean] => [video.volume, video.muted];
    expect(heard()).to.deep.equal([1, false]);
    await shows(callDisplay());
    expect(heard()).to.deep.equal([0, true]);
    const [frame, players] = [find(overlay, '.glass'), find(overlay, '.players')].map((element) =>
      element.getBoundingClientRect(),
    );
    expect(Math.abs((frame?.top ?? 0) - (players?.top ?? 99))).to.be.lessThan(1);
    expect(Math.abs((frame?.width ?? 0) - (players?.width ?? 0))).to.be.lessThan(1);
    await shows(callDisplay({ sound: 'this_device' }));
    expect(heard()).to.deep.equal([1, false]);
    expect(text(find(overlay, '[data-action="display-sound"]'))).to.equal('SoundOn this tablet');
    await pressed('display-sound');
    expect(lastCommand()).to.include({ type: 'set-display-sound', sound: 'display' });
    await shows(callDisplay({ state: 'lost' }));
    expect(heard()).to.deep.equal([1, false]);
    expect(getComputedStyle(find(overlay, '.players')).inset).to.equal('0px');
  });

  it('says how far behind it is, and what keeps it silent', async () => {
    const words: readonly (readonly [Partial<CallDisplayView>, string])[] = [
      [
        { behind: 3_100, sound: 'this_device' },
        'The picture there is about 3 seconds late. You hear Anna Berger here at once.',
      ],
      [{ behind: 2_000 }, 'Picture and sound there are about 2 seconds late.'],
      [{ soundBlocked: true, heardHere: true }, 'That screen plays no sound yet. You hear Anna Berger here.'],
      [{ sound: 'this_device' }, 'You hear Anna Berger here.'],
    ];
    for (const [change, sentence] of words) {
      await shows(callDisplay(change));
      expect(text(find(overlay, '.on span'))).to.include(sentence);
    }
  });

  it('shows a face where there is no picture, and what our camera and microphone do', async () => {
    const off = { audio: false, video: false };
    await shows(callDisplay(), { remoteVideo: false, wanted: off, sending: off, camera: { state: 'off' } });
    expect(has(overlay, '.glass .av')).to.equal(true);
    expect(has(overlay, '.glass.window')).to.equal(false);
    expect(text(find(overlay, '[data-action="toggle-microphone"]'))).to.equal('MicrophoneOff');
    expect(find(overlay, '[data-action="toggle-camera"]').ariaPressed).to.equal('false');
    await shows(callDisplay(), { camera: { state: 'lost', source: 'camera.kitchen' } });
    expect(text(find(overlay, '[data-action="toggle-camera"]'))).to.include('Kitchen camera is lost.');
  });

  it('says while the connection is lost that it is tried again', async () => {
    overlay.now = () => 1_700_000_000_000 + 250_000;
    page.api.set({ calls: [callView('reconnecting', { display: callDisplay() })] });
    await overlay.updateComplete;
    expect(text(find(overlay, '.on b'))).to.equal('Reconnecting…');
    expect(text(find(overlay, '.on span'))).to.include('20 seconds');
  });

  it('sets the volume of the TV, and shows what was asked until it answers', async () => {
    await shows(callDisplay());
    const label = (): string => text(find(overlay, '.vol label span'));
    expect(label()).to.equal('TV volume · 40%');
    find(overlay, '[data-volume="more"]').click();
    find(overlay, '[data-volume="more"]').click();
    await overlay.updateComplete;
    expect(page.api.commands.map((command) => 'volume' in command && command.volume)).to.deep.equal([0.45, 0.45]);
    find(overlay, '[data-volume="more"]').click();
    await overlay.updateComplete;
    expect(lastCommand()).to.deep.equal({ type: 'set-display-volume', callId: 'call-1', volume: 0.5, by: 'touch' });
    expect(label()).to.equal('TV volume · 50%');
    const { now } = overlay;
    overlay.now = () => now() + 3_000;
    await shows(callDisplay({ volume: 0.6 }));
    expect(label(), 'what it says itself').to.equal('TV volume · 60%');
    const slider = find(overlay, '.vol input') as HTMLInputElement;
    slider.value = '0';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await overlay.updateComplete;
    expect(label()).to.equal('TV volume · 0%');
    expect(page.api.commands).to.have.lengthOf(3);
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    expect(lastCommand()).to.include({ type: 'set-display-volume', volume: 0 });
  });

  it('sets the volume of this device where it is heard here, and says where none can be set', async () => {
    await shows(callDisplay({ sound: 'this_device' }));
    expect(text(find(overlay, '.vol label span'))).to.equal('Tablet volume · 100%');
    find(overlay, '[data-volume="less"]').click();
    expect(lastCommand()).to.deep.equal({ type: 'set-volume', volume: 0.95, by: 'touch' });
    await shows(callDisplay({ volume: null }));
    expect(text(find(overlay, '.vol'))).to.equal('The TV does not tell its volume. Use its own remote control.');
  });

  it('tells while a TV is silent where the call is', async () => {
    await shows(callDisplay());
    await shows(callDisplay({ state: 'lost' }));
    expect(text(find(overlay, '.display-note b'))).to.equal('Living-room TV does not answer');
    expect(said()).to.include('The call is here meanwhile.');
    await shows(undefined);
    expect(said()).to.equal('Back on this tablet');
  });

  const next: readonly (readonly [DisplayFailure, string, readonly string[]])[] = [
    ['gone', 'The TV lost the picture', ['Choose another screen', 'Try the TV again']],
    ['view_not_loaded', 'Living-room TV cannot show this call', ['Choose another screen', 'Try the TV again']],
    ['no_view', 'Living-room TV cannot show this call', ['Choose another screen']],
    ['in_use', 'Living-room TV cannot show this call', ['Choose another screen', 'Stop it and move']],
  ];
  for (const [reason, title, words] of next) {
    it(`says what failed and what can be done: ${reason}`, async () => {
      await shows(failed(reason));
      expect(text(find(overlay, '.display-note b'))).to.equal(title);
      expect(cried()).to.include(title);
      const buttons = [...(overlay.shadowRoot?.querySelectorAll('.display-note .btn') ?? [])];
      expect(buttons.map((button) => text(button))).to.deep.equal(words);
      expect(has(overlay, '.dock [data-action="hang-up"]')).to.equal(true);
    });
  }

  it('is tried again, interrupts, or is put away by a touch', async () => {
    const wanted = { type: 'set-display', display: 'media_player.living_room', callId: 'call-1', by: 'touch' };
    await shows(failed('gone'));
    await pressed('display-again');
    expect(lastCommand()).to.deep.equal({ ...wanted, mayInterrupt: false });
    await shows(failed('in_use'));
    await pressed('display-anyway');
    expect(lastCommand()).to.deep.equal({ ...wanted, mayInterrupt: true });
    await pressed('display-read');
    expect(lastCommand()).to.deep.equal({ type: 'dismiss-display-failure', callId: 'call-1', by: 'touch' });
  });

  it('never covers the keys with what failed, however small the screen is', async () => {
    await shows(failed('view_not_loaded'));
    const note = find(overlay, '.display-note').getBoundingClientRect();
    const dock = find(overlay, '.dock').getBoundingClientRect();
    expect(note.bottom).to.be.at.most(dock.top);
  });

  it('keeps its controls while they are needed', async () => {
    for (const display of [callDisplay(), failed('gone'), callDisplay({ state: 'moving' })]) {
      await shows(display);
      expect(overlay.mayRest).to.equal(false);
    }
    await shows(undefined);
    expect(overlay.mayRest).to.equal(true);
  });

  it('says in the small bar where it is, or what failed', async () => {
    await shows(callDisplay());
    await pressed('make-small');
    await overlay.updateComplete;
    expect(text(find(overlay, '.mini-bar .where'))).to.equal('On the TV in the Living room');
    await shows(failed('switched_off'));
    expect(text(find(overlay, '.mini-bar .where'))).to.equal('The TV lost the picture');
    await shows(undefined);
    expect(has(overlay, '.mini-bar .where')).to.equal(false);
  });

  it('lets a second call be seen above the remote control', async () => {
    page.api.set({
      calls: [callView('active', { display: callDisplay() }), callView('ringing-in', { id: 'call-2' })],
    });
    await overlay.updateComplete;
    expect(has(overlay, '.remote ~ .second')).to.equal(true);
  });
});

describe('words on displays', () => {
  const cannot = (...reasons: Cannot[]) => ({
    ways: reasons.map((why) => ({ way: 'cast-view' as const, capability: { can: false as const, why } })),
  });

  it('give the reason that something can be done about', () => {
    expect(whyNot(screen())).to.equal(null);
    expect(whyNot(cannot('not_cast', 'no_server'))).to.include('go2rtc');
    expect(whyNot(cannot('not_cast', 'no_player'))).to.include('Google Cast');
    expect(whyNot({ ways: [] })).to.equal('Home Assistant no longer has it.');
  });

  it('tell which screens could show a call', () => {
    expect(isWorthOffering(screen())).to.equal(true);
    expect(isWorthOffering(cannot('not_cast', 'unavailable'))).to.equal(true);
    expect(isWorthOffering(cannot('not_cast', 'no_server'))).to.equal(false);
  });

  it('say nothing of a way that was given up, and a failure once', () => {
    const moving = callDisplay({ state: 'moving' });
    expect(displaySaid(moving, callView('active'))).to.equal(null);
    expect(displaySaid(failed('gone'), callView('active', { display: failed('gone') }))).to.equal(null);
    expect(displaySaid(undefined, callView('active', { display: failed('gone') }))?.assertive).to.equal(true);
  });
});
