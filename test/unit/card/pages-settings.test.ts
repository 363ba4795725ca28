import { expect } from '@open-wc/testing';
import type { CallAssist } from '../../../src/runtime/api.ts';
import type { DeviceLists } from '../../../src/runtime/tools/api.ts';
import { MicrophoneError } from '../../../src/runtime/media/media.ts';
import type { CaStation } from '../../../src/card/pages/settings/station.ts';
import type { CaTransfer } from '../../../src/card/pages/settings/transfer.ts';
import { choose, enter, openContent } from './support/content.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

describe('settings of the device', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(() => page.close());

  const open = async (): Promise<HTMLElement> => {
    const settings = await openContent(page, 'settings');
    page.api.asked.length = 0;
    return settings;
  };
  const part = async <T extends HTMLElement>(tag: string): Promise<T> => {
    const settings = await open();
    await settled();
    const ofStation = tag === 'ca-station' || tag === 'ca-automations';
    return find(ofStation ? find(settings, 'ca-stations') : settings, tag) as T;
  };
  const { settings: now } = readySnapshot();

  it('saves each choice at once', async () => {
    const settings = await open();
    choose(settings, '#ring-window', '90');
    choose(settings, '#second-call', 'busy');
    choose(settings, '#hide-names', 'while-ringing');
    choose(settings, '#language', 'de');
    choose(settings, '#language', '');
    find(settings, '[name="hold"]').click();
    find(settings, '[name="do-not-disturb"]').click();
    const volume = find(settings, '#call-volume') as HTMLInputElement;
    volume.value = '40';
    volume.dispatchEvent(new Event('change'));
    await settled();
    expect(page.api.asked).to.deep.equal(
      [
        { ringWindow: 90_000 },
        { secondCall: 'busy' },
        { hideNames: 'while-ringing' },
        { language: 'de' },
        { language: null },
        { holdToHangUp: true },
        { doNotDisturb: true },
        { callVolume: 0.4 },
      ].map((change) => ['configureDevice', change]),
    );
  });

  it('lets a ringtone and its volume be heard', async () => {
    const settings = await open();
    choose(settings, '#ringtone', 'marimba');
    await settled();
    find(settings, '[data-action="preview"]').click();
    settings.remove();
    expect(page.api.asked.map(([name]) => name)).to.deep.equal([
      'configureDevice',
      'previewRingtone',
      'previewRingtone',
      'previewRingtone',
    ]);
    expect(page.api.asked.at(-1)).to.deep.equal(['previewRingtone', null]);
  });

  it('shows what is true when a choice was refused', async () => {
    const settings = await open();
    page.api.failure = new RangeError('settings.secondCall');
    choose(settings, '#second-call', 'busy');
    find(settings, '[name="hold"]').click();
    await until(() => text(find(settings, '.said')).includes('was not saved'));
    await settled();
    expect((find(settings, '#second-call') as HTMLSelectElement).value).to.equal('wait');
    expect((find(settings, '[name="hold"]') as HTMLInputElement).checked).to.equal(false);
  });

  it('keeps a ring window that is not on the list', async () => {
    page.api.set({ settings: { ...now, ringWindow: 50_000 } });
    const select = find(await open(), '#ring-window') as HTMLSelectElement;
    expect(select.value).to.equal('50');
  });

  it('names languages as they name themselves', async () => {
    const select = find(await open(), '#language') as HTMLSelectElement;
    expect([...select.options].map((option) => text(option))).to.deep.equal([
      'As Home Assistant',
      'English',
      'Deutsch',
      'Español',
      'Français',
      'Nederlands',
    ]);
  });

  describe('quiet times', () => {
    const night = { days: [1, 2], from: '21:30', to: '07:00' };

    it('are added, changed and removed', async () => {
      const times = await part('ca-quiet-times');
      find(times, '[data-action="add-time"]').click();
      await settled();
      expect(page.api.asked.at(-1)).to.deep.equal([
        'configureDevice',
        { quietTimes: [{ days: [0, 1, 2, 3, 4, 5, 6], from: '21:30', to: '07:00' }] },
      ]);
      page.api.set({ settings: { ...now, quietTimes: [night] } });
      await settled();
      page.api.asked.length = 0;
      find(times, '[data-day="1"]').click();
      find(times, '[data-day="0"]').click();
      enter(times, '[name="from"]', '22:15');
      find(times, '[data-action="remove-time"]').click();
      await settled();
      expect(page.api.asked).to.deep.equal(
        [[{ ...night, days: [2] }], [{ ...night, days: [0, 1, 2] }], [{ ...night, from: '22:15' }], []].map(
          (quietTimes) => ['configureDevice', { quietTimes }],
        ),
      );
    });

    it('are said in words', async () => {
      page.api.set({
        settings: { ...now, quietTimes: [night, { ...night, days: [] }] },
        quietUntil: new Date(2026, 0, 5, 7).getTime(),
      });
      const times = await part('ca-quiet-times');
      expect(text(find(times, '.hint'))).to.equal('It is quiet until 7:00 AM.');
      const lines = [...times.shadowRoot!.querySelectorAll('.t')].map((each) => text(each));
      expect(lines[0]).to.equal('Mon, Tue9:30 PM to 7:00 AM');
      expect(lines[1]).to.contain('On no day');
    });
  });

  describe('who may change them', () => {
    it('is a PIN that is typed twice, and stays in no field', async () => {
      const lock = await part('ca-lock');
      choose(lock, '#lock', 'pin');
      await settled();
      const type = async (one: string, other: string): Promise<string> => {
        (find(lock, '#new-pin') as HTMLInputElement).value = one;
        (find(lock, '#same-pin') as HTMLInputElement).value = other;
        find(lock, '[data-action="save-pin"]').click();
        await settled();
        return has(lock, '#pin-hint') ? text(find(lock, '#pin-hint')) : '';
      };
      expect(page.api.asked).to.deep.equal([]);
      expect(await type('12', '12')).to.contain('4 to 12 digits');
      expect(await type('1234', '4321')).to.equal('The two PINs differ.');
      await type('2468', '2468');
      await until(() => !has(lock, '#new-pin'));
      expect(page.api.asked).to.deep.equal([['configureDevice', { lock: 'pin', pin: '2468' }]]);
      expect(lock.shadowRoot!.innerHTML).not.to.contain('2468');
    });

    it('is changed, and closed at once', async () => {
      page.api.set({ settings: { ...now, lock: 'pin' } });
      const lock = await part('ca-lock');
      find(lock, '[data-action="lock-now"]').click();
      expect(page.api.asked).to.deep.equal([['lock']]);
      find(lock, '[data-action="change-pin"]').click();
      await until(() => has(lock, '#new-pin'));
      choose(lock, '#lock', 'none');
      await settled();
      expect(page.api.asked.at(-1)).to.deep.equal(['configureDevice', { lock: 'none' }]);
    });

    it('cannot be administrators while nobody is one', async () => {
      const lock = await part('ca-lock');
      page.api.failure = Object.assign(new Error('no'), { name: 'LockedError', problem: 'not_admin' });
      choose(lock, '#lock', 'admin');
      await until(() => text(find(lock, '.said')).includes('no administrator'));
      expect((find(lock, '#lock') as HTMLSelectElement).value).to.equal('none');
    });
  });

  describe('the call station', () => {
    const station = async (lists: Partial<DeviceLists> = {}): Promise<CaStation> => {
      page.api.lists = { ...page.api.lists, ...lists };
      const element = await part<CaStation>('ca-station');
      await settled();
      page.api.asked.length = 0;
      return element;
    };
    const words = (host: Element, id: string): string[] =>
      [...(find(host, `#${id}`) as HTMLSelectElement).options].map((option) => text(option));

    it('has a name and a camera', async () => {
      const element = await station();
      enter(element, '#name', ' Hall ');
      choose(element, '#camera', 'this_device');
      await settled();
      expect(words(element, 'camera')).to.deep.equal([
        'The camera of this device',
        'Kitchen camera',
        'Front door (not available)',
      ]);
      expect(page.api.asked).to.deep.equal([
        ['configureStation', { name: 'Hall' }, 'kitchen'],
        ['configureStation', { camera: 'this_device' }, 'kitchen'],
      ]);
    });

    it('puts back a name that was refused', async () => {
      const element = await station();
      page.api.failure = new RangeError('station.name');
      enter(element, '#name', '');
      await until(() => text(find(element, '.said')).includes('was not saved'));
      expect((find(element, '#name') as HTMLInputElement).value).to.equal('Kitchen');
    });

    it('has devices by their names, and says which is gone', async () => {
      const { station: before } = readySnapshot();
      const changed = { ...before, microphone: { deviceId: 'old', label: 'Conference phone' } };
      page.api.set({ station: changed, stations: [changed] });
      const element = await station({
        microphones: [{ deviceId: 'm1', label: 'Built-in' }],
        speakers: [{ deviceId: 's1', label: 'Speakers' }],
      });
      expect(words(element, 'microphone')).to.deep.equal([
        'As the browser chooses',
        'Conference phone (not available)',
        'Built-in',
      ]);
      choose(element, '#microphone', 'm1');
      choose(element, '#speaker', 's1');
      choose(element, '#speaker', '');
      await settled();
      expect(page.api.asked).to.deep.equal([
        ['configureStation', { microphone: { deviceId: 'm1', label: 'Built-in' } }, 'kitchen'],
        ['configureStation', { speaker: { deviceId: 's1', label: 'Speakers' } }, 'kitchen'],
        ['configureStation', { speaker: null }, 'kitchen'],
      ]);
    });

    it('has those that are plugged in', async () => {
      const element = await station();
      page.api.lists = { ...page.api.lists, microphones: [{ deviceId: 'm2', label: 'Headset' }] };
      page.api.plug();
      await until(() => words(element, 'microphone').includes('Headset'));
    });

    it('asks for the names of devices, and lets go of what it opened', async () => {
      const element = await station({ hidden: true });
      const opened: AbortSignal[] = [];
      Object.assign(page.api, {
        followMicrophone: async (_: unknown, { signal }: { signal: AbortSignal }) => void opened.push(signal),
      });
      page.api.lists = { ...page.api.lists, hidden: false, microphones: [{ deviceId: 'm1', label: 'Built-in' }] };
      find(element, '[data-action="name-devices"]').click();
      await until(() => words(element, 'microphone').includes('Built-in'));
      expect(opened.map(({ aborted }) => aborted)).to.deep.equal([true]);
      expect(has(element, '[data-action="name-devices"]')).to.equal(false);
    });

    it('says when the browser does not name them', async () => {
      const element = await station({ hidden: true });
      Object.assign(page.api, { followMicrophone: () => Promise.reject(new MicrophoneError('microphone_denied')) });
      find(element, '[data-action="name-devices"]').click();
      await until(() => text(find(element, '.said')) === 'The browser did not allow it.');
    });
  });

  describe('as a file', () => {
    it('are given out', async () => {
      const transfer = await part<CaTransfer>('ca-transfer');
      const files: string[][] = [];
      transfer.download = (...file) => void files.push(file);
      find(transfer, '[data-action="export"]').click();
      await until(() => files.length === 1);
      expect(files).to.deep.equal([['call-assist-settings.json', '{}']]);
    });

    it('are taken in, or the wrong key is named', async () => {
      const transfer = await part<CaTransfer>('ca-transfer');
      await transfer.take(new Blob(['{"a":1}']));
      await settled();
      expect(page.api.asked).to.deep.equal([['importSettings', '{"a":1}']]);
      expect(text(find(transfer, '.said'))).to.equal('The settings were taken over.');
      page.api.failure = new RangeError('people.3.alias: a text of 1 to 60 characters or null is needed');
      await transfer.take(new Blob(['{}']));
      await settled();
      expect(text(find(transfer, '.said'))).to.equal('Nothing was changed. This is wrong in the file: people.3.alias');
      page.api.asked.length = 0;
      await transfer.take(new Blob(['x'.repeat(1_000_001)]));
      await settled();
      expect(page.api.asked).to.deep.equal([]);
      expect(text(find(transfer, '.said'))).to.contain('Nothing was changed');
    });
  });

  it('says what automations may do, and changes it at once', async () => {
    const element = await part('ca-automations');
    const switches = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[role="switch"]')];
    expect(switches.map(({ name, checked }) => [name, checked])).to.deep.equal([
      ['dialAnyone', false],
      ['linkDials', false],
      ['scriptAnswers', true],
      ['scriptAnswersWithCamera', false],
      ['scriptHangsUp', true],
      ['scriptUnmutes', false],
      ['scriptTurnsCameraOn', false],
    ]);
    find(element, '[name="scriptUnmutes"]').click();
    await settled();
    expect(page.api.asked).to.deep.equal([['configureStation', { scriptUnmutes: true }, 'kitchen']]);
    page.api.failure = new RangeError('station.linkDials');
    find(element, '[name="linkDials"]').click();
    await until(() => text(find(element, '.said')).includes('was not saved'));
    expect((find(element, '[name="linkDials"]') as HTMLInputElement).checked).to.equal(false);
  });

  describe('several call stations', () => {
    const { station: kitchen } = readySnapshot();
    const hall = { ...kitchen, slug: 'hall', name: 'Hall', camera: 'this_device', linkDials: true } as const;

    it('are added by name, and not without one', async () => {
      const stations = await part('ca-stations');
      expect(stations.shadowRoot!.querySelector('[data-action="remove"]')).to.equal(null);
      find(stations, '[data-action="add-station"]').click();
      await settled();
      find(stations, '[data-action="cancel"]').click();
      await settled();
      find(stations, '[data-action="add-station"]').click();
      await settled();
      page.api.failure = new RangeError('station.name');
      find(stations, '[data-action="save-station"]').click();
      await until(() => text(find(stations, '.said')).includes('was not saved'));
      page.api.failure = null;
      (find(stations, '#new-station') as HTMLInputElement).value = ' Hall ';
      find(stations, '[data-action="save-station"]').click();
      await until(() => page.api.asked.length === 2);
      expect(page.api.asked.at(-1)).to.deep.equal(['addStation', { name: 'Hall' }]);
      await settled();
      expect(stations.shadowRoot!.querySelector('form')).to.equal(null);
    });

    it('are changed each by itself', async () => {
      page.api.set({ stations: [kitchen, hall] });
      const stations = await part('ca-stations');
      const box = find(stations, '[data-station="hall"]');
      const camera = box.querySelector('ca-station')!;
      const automations = box.querySelector('ca-automations')!;
      await settled();
      expect((find(automations, '[name="linkDials"]') as HTMLInputElement).checked).to.equal(true);
      find(automations, '[name="scriptUnmutes"]').click();
      choose(camera, '#camera', 'camera.kitchen');
      find(automations, '[data-action="make-helpers"]').click();
      await until(() => text(find(automations, '.said')) === 'The helpers are there.');
      expect(page.api.asked).to.deep.equal([
        ['configureStation', { scriptUnmutes: true }, 'hall'],
        ['configureStation', { camera: 'camera.kitchen' }, 'hall'],
        ['createHelpers', 'hall'],
      ]);
    });

    it('take calls in another order, and are removed', async () => {
      page.api.set({ stations: [kitchen, hall] });
      const stations = await part('ca-stations');
      const box = find(stations, '[data-station="hall"]');
      box.querySelector<HTMLElement>('[data-action="prefer"]')!.click();
      box.querySelector<HTMLElement>('[data-action="remove"]')!.click();
      await settled();
      find(stations, '[data-action="cancel"]').click();
      await settled();
      box.querySelector<HTMLElement>('[data-action="remove"]')!.click();
      await settled();
      find(stations, '[data-action="confirm"]').click();
      await until(() => page.api.asked.length === 2);
      expect(page.api.asked).to.deep.equal([
        ['preferStation', 'hall'],
        ['removeStation', 'hall'],
      ]);
    });

    it('say what became of their helpers', async () => {
      const automations = await part('ca-automations');
      const said = async (answer: Awaited<ReturnType<CallAssist['createHelpers']>>): Promise<string> => {
        page.api.createHelpers = () => Promise.resolve(answer);
        find(automations, '[data-action="make-helpers"]').click();
        await settled();
        return text(find(automations, '.said'));
      };
      const failed = { key: 'state', entityId: 'input_select.x', outcome: 'failed' } as const;
      expect(await said({ ok: true, helpers: [failed] })).to.contain('created: 1.');
      expect(await said({ ok: false, refused: 'not_admin' })).to.contain('administrator');
    });
  });

  describe('helpers', () => {
    const removed = async (answer: Awaited<ReturnType<CallAssist['removeHelpers']>>): Promise<string> => {
      const element = await part('ca-automations');
      page.api.removeHelpers = () => Promise.resolve(answer);
      find(element, '[data-action="remove-helpers"]').click();
      await settled();
      find(element, '[data-action="confirm"]').click();
      await until(() => text(find(element, '.said')) !== '');
      return text(find(element, '.said'));
    };
    const helper = { key: 'state', entityId: 'input_select.x', outcome: 'removed' } as const;

    it('are removed once somebody has said so twice', async () => {
      const element = await part('ca-automations');
      find(element, '[data-action="remove-helpers"]').click();
      await settled();
      find(element, '[data-action="cancel"]').click();
      await settled();
      expect(page.api.asked).to.deep.equal([]);
      expect(await removed({ ok: true, helpers: [helper] })).to.equal('The helpers were removed.');
    });

    it('are said to be left where they cannot be removed', async () => {
      const kept = { ...helper, outcome: 'kept' as const };
      expect(await removed({ ok: true, helpers: [helper, kept] })).to.contain('removed here: 1.');
    });

    it('stay where Home Assistant refuses', async () => {
      expect(await removed({ ok: false, refused: 'not_admin' })).to.contain('dministrator');
      expect(await removed({ ok: false, refused: 'home_assistant_away' })).to.contain('Nothing was removed');
    });
  });

  it('tells who connects without an answer', async () => {
    const contacts = readySnapshot().contacts.map((each, at) => ({
      ...each,
      autoAnswer: at === 1 ? ('video' as const) : ('off' as const),
    }));
    page.api.set({ contacts });
    const list = await part('ca-drop-in');
    expect([...list.shadowRoot!.querySelectorAll('.t')].map((each) => text(each))).to.deep.equal([
      'Anna BergerWith camera',
      'Nobody else connects without an answer.',
    ]);
  });
});
