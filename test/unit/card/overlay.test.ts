import { expect } from '@open-wc/testing';
import type { CallView } from '../../../src/runtime/api.ts';
import { END_REASONS, type EndReason } from '../../../src/runtime/call/call.ts';
import { callView, FakeMedia, readySnapshot, STILL } from './support/fake-call-assist.ts';
import { find, has, press, settled, TestPage, text, touch, until } from './support/page.ts';

const grandma = {
  accountId: 'account-1',
  contactId: '!grandma:example.org',
  address: '@grandma:example.org',
  name: 'Grandma',
};
/** The keys of a call, in their order. */
const KEYS = 'toggle-microphone toggle-camera camera make-small volume more hang-up';
const second = (): CallView => callView('ringing-in', { id: 'call-2', peer: grandma });

describe('overlay', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(() => page.close());

  const open = async (...calls: CallView[]) => {
    page.api.set({ calls });
    return page.shown();
  };

  describe('what every phase shows', () => {
    /** [phase, view, heading, line below, actions in their order] */
    const table: [CallView['phase'], string, string, string, string][] = [
      ['dialing', 'ca-outgoing', 'Anna Berger', 'Calling…', 'toggle-microphone toggle-camera camera hang-up'],
      ['ringing-out', 'ca-outgoing', 'Anna Berger', 'Ringing…', 'toggle-microphone toggle-camera camera hang-up'],
      [
        'ringing-in',
        'ca-incoming',
        'Anna Berger',
        '@kitchen:example.org · Matrix',
        'answer-video answer-voice decline',
      ],
      ['connecting', 'ca-active-call', 'Anna Berger', 'Connecting…', KEYS],
      ['active', 'ca-active-call', 'Anna Berger', '4:12Encrypted', KEYS],
      ['reconnecting', 'ca-active-call', 'Anna Berger', '4:12EncryptedNo connection', KEYS],
      [
        'ending',
        'ca-outcome',
        'Call with Anna Berger ended',
        '4:12. Camera and microphone are off.',
        'dismiss again dismiss',
      ],
      [
        'ended',
        'ca-outcome',
        'Call with Anna Berger ended',
        '4:12. Camera and microphone are off.',
        'dismiss again dismiss',
      ],
    ];
    for (const [phase, view, heading, line, actions] of table) {
      it(`${phase} → ${view}: ${heading}, ${line}`, async () => {
        const overlay = await open(callView(phase));
        overlay.now = () => 1_700_000_252_000;
        overlay.requestUpdate();
        await overlay.updateComplete;
        expect(overlay.dataset['callPhase']).to.equal(phase);
        expect(has(overlay, `.${view}`), view).to.equal(true);
        expect(text(find(overlay, '#name'))).to.equal(heading);
        expect(text(find(overlay, '#via'))).to.equal(line);
        const buttons = [...overlay.shadowRoot!.querySelectorAll<HTMLElement>('[data-action]')];
        expect(buttons.map(({ dataset }) => dataset['action']).join(' ')).to.equal(actions);
      });
    }

    it('nothing is called before the devices are open, which somebody may have to allow', async () => {
      const opening = callView('dialing', { placed: false });
      expect(text(find(await open(opening), '#via'))).to.equal('Checking camera and microphone…');
      const voice = { audio: true, video: false };
      expect(text(find(await open({ ...opening, offered: voice }), '#via'))).to.equal('Checking microphone…');
    });

    it('a voice call offers voice first: the expected answer is last', async () => {
      const overlay = await open(callView('ringing-in', { offered: { audio: true, video: false } }));
      expect(text(find(overlay, '#kind'))).to.equal('Incoming voice call');
      expect(text(find(overlay, '.acts > :first-child'))).to.equal('Answer');
      const [first, last] = ['.go', '.stop'].map((one) => find(overlay, `.acts > ${one}`).getBoundingClientRect());
      expect(first!.left > last!.right || first!.top < last!.top, 'last, or on top where it is narrow').to.equal(true);
    });
  });

  describe('how every end reads', () => {
    const quiet: ReadonlySet<EndReason> = new Set(['accepted', 'declined', 'missed', 'do_not_disturb', 'busy_here']);
    for (const reason of END_REASONS) {
      it(quiet.has(reason) ? `${reason} shows nothing` : `${reason} has a title, a sentence and a way on`, async () => {
        page.api.set({ calls: [callView('ended', { reason })] });
        const overlay = await page.overlay();
        expect(overlay === null).to.equal(quiet.has(reason));
        if (!overlay) return;
        for (const part of ['#name', '#via']) expect(text(find(overlay, part)), part).to.match(/^[^{]{5,}$/);
        expect(find(overlay, '.acts').querySelectorAll('button').length).to.be.within(1, 2);
        expect(find(overlay, '.ca-outcome').dataset['reason']).to.equal(reason);
      });
    }
  });

  describe('buttons', () => {
    const press1 = { callId: 'call-1', by: 'touch' };
    /** [phase, action, command] */
    const table: [CallView['phase'], string, object][] = [
      ['ringing-in', 'answer-video', { type: 'answer', video: true, ...press1 }],
      ['ringing-in', 'answer-voice', { type: 'answer', video: false, ...press1 }],
      ['ringing-in', 'decline', { type: 'decline', ...press1 }],
      ['ringing-out', 'hang-up', { type: 'hang-up', ...press1 }],
      ['active', 'toggle-microphone', { type: 'set-media', audio: false, ...press1 }],
      ['active', 'toggle-camera', { type: 'set-media', video: false, ...press1 }],
      ['active', 'hang-up', { type: 'hang-up', ...press1 }],
      ['ended', 'dismiss', { type: 'dismiss', ...press1 }],
    ];
    for (const [phase, action, command] of table) {
      it(`${phase}: ${action}`, async () => {
        const overlay = await open(callView(phase));
        find(overlay, `[data-action="${action}"]`).click();
        expect(page.api.commands).to.deep.equal([command]);
      });
    }

    it('a double touch is one', async () => {
      page.api.command = (command) => {
        page.api.commands.push(command);
        return new Promise(() => {});
      };
      const overlay = await open(callView('active'));
      for (let i = 0; i < 3; i += 1) find(overlay, '[data-action="hang-up"]').click();
      expect(page.api.commands).to.have.lengthOf(1);
    });

    it('a second call: decline leaves the running one alone', async () => {
      const overlay = await open(callView('active'), second());
      expect(text(find(overlay, '.second'))).to.contain('Grandma is calling');
      find(overlay, '[data-action="decline"]').click();
      expect(page.api.commands).to.deep.equal([{ type: 'decline', callId: 'call-2', by: 'touch' }]);
    });

    for (const phase of ['dialing', 'ringing-out'] as const) {
      it(`a call that comes in while one goes out (${phase}) can be seen, answered and declined`, async () => {
        const overlay = await open(callView(phase, { connected: null }), second());
        expect(text(find(overlay, '.ca-outgoing #name'))).to.equal('Anna Berger');
        expect(text(find(overlay, '.second .t'))).to.equal('Grandma is callingVideo call · Call with Anna Berger');
        expect(getComputedStyle(find(overlay, '.second')).position).to.equal('absolute');
        find(overlay, '.second [data-action="decline"]').click();
        find(overlay, '.second [data-action="end-and-answer"]').click();
        await settled();
        expect(page.api.commands.map(({ type }) => type)).to.deep.equal(['decline', 'answer']);
      });
    }

    it('a door that rings during a call shows who stands there, and can be ignored', async () => {
      const ring = { id: 'r', kind: 'door', to: '', still: STILL, buttons: [], talk: null, away: false } as const;
      const overlay = await open(callView('active'), { ...second(), ring });
      await until(() => has(overlay, '.second .still'));
      expect(text(find(overlay, '.second .t'))).to.equal(
        'Grandma is callingSomebody rang · you are talking to Anna Berger',
      );
      expect(text(find(overlay, '.second [data-action="decline"]'))).to.equal('Ignore');
      find(overlay, '.second [data-action="decline"]').click();
      expect(page.api.commands).to.deep.equal([{ type: 'decline', callId: 'call-2', by: 'touch' }]);
    });

    it('a second call: the answer ends the running one', async () => {
      const overlay = await open(callView('active'), second());
      find(overlay, '[data-action="end-and-answer"]').click();
      await settled();
      expect(page.api.commands).to.deep.equal([{ type: 'answer', callId: 'call-2', video: true, by: 'touch' }]);
    });

    it('call again after a test call is a test call again', async () => {
      const echo = { accountId: 'echo', contactId: 'echo', address: 'echo', name: 'Test call' };
      const overlay = await open(callView('ended', { peer: echo }));
      expect(has(overlay, '[data-action="message"]')).to.equal(false);
      find(overlay, '[data-action="again"]').click();
      expect(page.api.commands[0]).to.deep.equal({
        type: 'dial',
        to: { accountId: 'echo', contactId: 'echo' },
        video: true,
        by: 'touch',
        station: 'kitchen',
      });
    });

    it('after a fault of ours leads to the report', async () => {
      const overlay = await open(callView('ended', { reason: 'internal_error' }));
      find(overlay, '[data-action="diagnostics"]').click();
      await until(() => document.querySelector('ca-page') !== null);
      await until(() => has(document.querySelector('ca-page')!, '[data-page="diagnostics"]'));
    });

    it('call again dials the same person the same way, and puts the outcome away', async () => {
      const overlay = await open(callView('ended', { reason: 'no_answer' }));
      find(overlay, '[data-action="again"]').click();
      await settled();
      const to = { accountId: 'account-1', contactId: '!anna.berger:example.org' };
      expect(page.api.commands).to.deep.equal([
        { type: 'dial', to, video: true, by: 'touch', station: 'kitchen' },
        { type: 'dismiss', callId: 'call-1', by: 'touch' },
      ]);
    });

    it('call again that is refused says why, and the outcome stays', async () => {
      const overlay = await open(callView('ended', { reason: 'no_answer' }));
      expect(has(overlay, '[role="alert"].chip')).to.equal(false);
      page.api.result = { ok: false, reason: 'refused_not_ready' };
      const again = find(overlay, '[data-action="again"]');
      again.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      again.click();
      await settled();
      await overlay.updateComplete;
      expect(text(find(overlay, '.chip'))).to.equal('No account is online. It reconnects by itself.');
      expect(page.api.commands.map(({ type }) => type)).to.deep.equal(['dial']);
      page.api.set({ calls: [] });
      expect(await page.overlay(), 'it is read').to.equal(overlay);
      page.api.result = { ok: true };
      again.click();
      await settled();
      expect(await page.overlay()).to.equal(null);
    });

    it('voice is offered after a video call that their app cannot take, not after a voice call', async () => {
      const overlay = await open(callView('ended', { reason: 'cannot_call' }));
      expect(has(overlay, '[data-action="voice-only"]')).to.equal(true);
      page.api.set({ calls: [callView('ended', { reason: 'cannot_call', offered: { audio: true, video: false } })] });
      await overlay.updateComplete;
      expect(has(overlay, '[data-action="voice-only"]')).to.equal(false);
      expect(has(overlay, '.acts [data-action="message"]')).to.equal(true);
    });

    it('a call that somebody dials fills the screen', async () => {
      let asked = 0;
      document.documentElement.requestFullscreen = async () => void (asked += 1);
      try {
        await open(callView('ringing-in'));
        expect(asked).to.equal(0);
        page.api.set({ calls: [callView('dialing')] });
        await page.shown();
        expect(asked).to.equal(1);
      } finally {
        Reflect.deleteProperty(document.documentElement, 'requestFullscreen');
      }
    });

    it('what is chosen, and what they see, is of the station that has the call', async () => {
      const { station } = page.api.snapshot.value;
      const hall = { ...station, slug: 'hall', name: 'Hall', camera: 'camera.front_door' as const };
      page.api.set({ stations: [station, hall] });
      const overlay = await open(callView('ringing-in', { station: 'hall', camera: { state: 'off' } }));
      expect(text(find(overlay, '.preview .cap'))).to.contain('Front door');
      page.api.set({ calls: [callView('ended', { station: 'hall', reason: 'no_answer' })] });
      await overlay.updateComplete;
      find(overlay, '[data-action="again"]').click();
      expect(page.api.commands[0]).to.include({ type: 'dial', station: 'hall' });
    });
  });

  describe('the touch guard', () => {
    /** [what is on screen, since how long, whether a touch counts] */
    const table: [CallView['phase'], string, number, boolean][] = [
      ['ringing-in', 'answer-video', 0, false],
      ['ringing-in', 'decline', 599, false],
      ['ringing-in', 'answer-video', 600, true],
      ['active', 'hang-up', 399, false],
      ['active', 'hang-up', 400, true],
    ];
    for (const [phase, action, age, counts] of table) {
      it(`${phase}, ${age} ms on screen: a touch on ${action} ${counts ? 'counts' : 'is ignored'}`, async () => {
        const overlay = await open(callView('dialing', { id: 'other' }));
        let now = 5_000;
        overlay.now = () => now;
        page.api.set({ calls: [callView(phase)] });
        await overlay.updateComplete;
        now += age;
        touch(find(overlay, `[data-action="${action}"]`));
        expect(page.api.commands).to.have.lengthOf(counts ? 1 : 0);
      });
    }
  });

  describe('keys', () => {
    /** [phase, key, shift, since how long, command] */
    const table: [CallView['phase'], string, boolean, number, string | null][] = [
      ['ringing-in', 'Enter', false, 799, null],
      ['ringing-in', 'Enter', false, 800, 'answer'],
      ['ringing-in', 'Escape', false, 5_000, 'silence'],
      ['ringing-in', 'Escape', true, 0, 'decline'],
      ['ringing-in', 'm', false, 5_000, null],
      ['ringing-out', 'Escape', false, 5_000, null],
      ['ringing-out', 'Escape', true, 5_000, 'hang-up'],
      ['active', 'Escape', false, 5_000, null],
      ['active', 'Escape', true, 5_000, 'hang-up'],
      ['active', 'Enter', false, 5_000, null],
      ['active', 'm', false, 5_000, 'set-media'],
      ['active', 'v', false, 5_000, 'set-media'],
      ['ended', 'Escape', true, 5_000, null],
      ['ended', 'Escape', false, 5_000, 'dismiss'],
    ];
    for (const [phase, key, shiftKey, age, command] of table) {
      it(`${phase}, ${age} ms: ${shiftKey ? 'Shift+' : ''}${key} → ${command ?? 'nothing'}`, async () => {
        const overlay = await open(callView('dialing', { id: 'other' }));
        let now = 5_000;
        overlay.now = () => now;
        page.api.set({ calls: [callView(phase)] });
        await overlay.updateComplete;
        now += age;
        press(find(overlay, 'dialog'), key, { shiftKey });
        expect(page.api.commands.map(({ type }) => type)).to.deep.equal(command ? [command] : []);
      });
    }

    it('repeats of a held key are ignored', async () => {
      const overlay = await open(callView('active'));
      press(find(overlay, 'dialog'), 'm', { repeat: true });
      expect(page.api.commands).to.deep.equal([]);
    });

    it('never reach the page: Home Assistant has shortcuts of its own', async () => {
      const overlay = await open(callView('active'));
      const heard: string[] = [];
      const listen = (event: KeyboardEvent): void => void heard.push(event.key);
      window.addEventListener('keydown', listen);
      press(find(overlay, '[data-action="hang-up"]'), 'a');
      window.removeEventListener('keydown', listen);
      expect(heard).to.deep.equal([]);
    });
  });

  it('says once what happened, and urgently what needs an answer', async () => {
    const overlay = await open(callView('ringing-in'));
    expect(text(find(overlay, '[role="alert"]'))).to.equal('Incoming video call from Anna Berger');
    page.api.set({ calls: [callView('connecting')] });
    await overlay.updateComplete;
    page.api.set({ calls: [callView('active')] });
    await overlay.updateComplete;
    expect(text(find(overlay, '[role="status"]'))).to.equal('Connected');
    expect(text(find(overlay, '[role="alert"]'))).to.equal('');
    page.api.set({ calls: [callView('active', { wanted: { audio: false, video: true } })] });
    await overlay.updateComplete;
    expect(text(find(overlay, '[role="status"]'))).to.equal('Mic off');
    page.api.set({ calls: [callView('active'), second()] });
    await overlay.updateComplete;
    expect(text(find(overlay, 'dialog > [role="alert"]'))).to.equal('Grandma is calling');
  });

  it('says what they get: camera and microphone as they are, not as they are wanted', async () => {
    const sending = { audio: false, video: true };
    /** [camera, the line] */
    const table: [CallView['camera'], string][] = [
      [{ state: 'on', path: 'webrtc', source: 'camera.kitchen' }, 'Kitchen camera is on'],
      [{ state: 'on', path: 'hls', source: 'camera.kitchen' }, 'Kitchen camera is on, a few seconds late'],
      [{ state: 'on', path: 'device', source: 'camera.kitchen' }, 'The camera of this device is on'],
      [{ state: 'on', path: 'still', source: 'camera.kitchen' }, 'Kitchen camera gives only a still picture'],
      [{ state: 'opening' }, 'Kitchen camera is starting…'],
      [{ state: 'lost', source: 'camera.kitchen' }, 'Kitchen camera is lost. It comes back by itself.'],
      [{ state: 'failed', problem: 'denied', source: 'this_device' }, 'Your camera does not answer'],
      [{ state: 'off' }, 'Your camera is off'],
    ];
    for (const [camera, line] of table) {
      const overlay = await open(callView('active', { camera, sending }));
      await overlay.updateComplete;
      expect(text(find(overlay, '.self'))).to.equal(`${line} Microphone is off`);
    }
  });

  it('says how safe the call is, once media flows', async () => {
    const overlay = await open(callView('active', { security: 'on-the-way' }));
    expect(text(find(overlay, '[data-security]'))).to.equal('Encrypted on the way');
    page.api.set({ calls: [callView('connecting', { security: 'on-the-way' })] });
    await overlay.updateComplete;
    expect(has(overlay, '[data-security]')).to.equal(false);
  });

  it('shows our own picture', async () => {
    const media = new FakeMedia();
    page.api.medias.set('call-1', media);
    const overlay = await open(callView('ringing-in'));
    const { width, height } = find(overlay, '.preview').getBoundingClientRect();
    expect((find(overlay, '.preview img') as HTMLImageElement).src, 'until the live one comes').to.equal(STILL);
    const [track] = document.createElement('canvas').captureStream().getVideoTracks();
    media.preview.set(track ?? null);
    await overlay.updateComplete;
    expect(text(find(overlay, '.preview'))).to.equal('They will seeKitchen camera Microphone on');
    const video = find(overlay, '.preview video') as HTMLVideoElement;
    expect(video.srcObject instanceof MediaStream).to.equal(true);
    expect(video.classList.contains('mirror'), 'a camera of the house is no mirror').to.equal(false);
    const after = find(overlay, '.preview').getBoundingClientRect();
    expect([after.width, after.height], 'nothing moves').to.deep.equal([width, height]);
  });

  it('shows our own picture like a mirror where it comes from this device', async () => {
    const media = new FakeMedia();
    page.api.medias.set('call-1', media);
    media.preview.set(document.createElement('canvas').captureStream().getVideoTracks()[0] ?? null);
    const overlay = await open(callView('active', { camera: { state: 'on', path: 'device', source: 'this_device' } }));
    expect(find(overlay, '.self video').classList.contains('mirror')).to.equal(true);
  });

  /** [the camera, what stands there, in words] */
  const cameras: [CallView['camera'], string, string][] = [
    [{ state: 'opening' }, 'img', 'They will seeKitchen camera'],
    [{ state: 'failed', problem: 'timeout', source: 'camera.kitchen' }, '.i', 'Your camera does not answer'],
    [{ state: 'off' }, 'img', 'They will seeKitchen camera'],
  ];
  for (const [camera, shown, said] of cameras) {
    it(`says what they will see before there is a picture: ${camera.state}`, async () => {
      const overlay = await open(callView('ringing-in', { camera }));
      expect(has(overlay, `.preview .pic ${shown}`)).to.equal(true);
      expect(has(overlay, '.preview .pic img')).to.equal(shown === 'img');
      expect(text(find(overlay, '.preview'))).to.contain(said);
    });
  }

  it('says that they will see the camera of this device, which is not open yet', async () => {
    const { station } = page.api.snapshot.value;
    page.api.set({ stations: [{ ...station, camera: 'this_device' }] });
    const overlay = await open(callView('ringing-in', { camera: { state: 'off' } }));
    expect(text(find(overlay, '.preview'))).to.contain('They will seeThe camera of this device');
    expect(has(overlay, '.preview :is(img, video)')).to.equal(false);
  });

  it('a still picture that does not load leaves the drawing', async () => {
    const overlay = await open(callView('ringing-in', { camera: { state: 'off' } }));
    const image = find(overlay, '.preview img') as HTMLImageElement;
    image.src = 'data:image/gif;base64,AAAA';
    await until(() => image.hidden === true);
    expect(has(overlay, '.preview .pic > .i')).to.equal(true);
  });
});
