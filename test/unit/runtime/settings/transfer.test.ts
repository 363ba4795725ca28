import { expect } from '@open-wc/testing';
import { NOTHING_CHOSEN } from '../../../../src/runtime/people/people.ts';
import { DEFAULT_SETTINGS } from '../../../../src/runtime/settings/device-settings.ts';
import { readSettings, writeSettings } from '../../../../src/runtime/settings/transfer.ts';
import { DEFAULT_STATION } from '../../../../src/runtime/default-station.ts';

const account = { protocol: 'matrix', address: '@kitchen:example.org' };
const here = [{ id: 'a', ...account }];
const there = [{ id: 'z', ...account }];
const before = { settings: DEFAULT_SETTINGS };
const mum = { ...NOTHING_CHOSEN, alias: 'Mum', accountId: 'a', contactId: '!room' };
const settings = { ...DEFAULT_SETTINGS, ringtone: 'marimba', lock: 'pin', doNotDisturb: true } as const;
const stations = [
  { ...DEFAULT_STATION, slug: 'hall', name: 'Hall' },
  { ...DEFAULT_STATION, slug: 'door', name: 'Door', camera: 'camera.front_door' as const },
];

describe('settings on their way to another device', () => {
  const text = writeSettings({ settings, stations, people: [mum] }, here);

  it('come back, with the people of the account that has another id there', () => {
    expect(readSettings(text, before, there)).to.deep.equal({
      settings: { ...DEFAULT_SETTINGS, ringtone: 'marimba' },
      stations,
      people: [{ ...mum, accountId: 'z' }],
    });
  });

  it('wait for an account that nobody has signed in yet, and can go on from there', () => {
    const waiting = readSettings(text, before, []);
    expect(waiting.people[0]?.accountId).to.equal('matrix:@kitchen:example.org');
    const again = writeSettings({ ...waiting, settings }, []);
    expect(readSettings(again, before, here).people).to.deep.equal([mum]);
  });

  it('hold neither lock nor do not disturb, and leave those of the other device', () => {
    expect(text).not.to.contain('pin').and.not.to.contain('doNotDisturb');
    const locked = { ...before, settings: { ...DEFAULT_SETTINGS, lock: 'admin' as const } };
    expect(readSettings(text, locked, here).settings).to.include({ lock: 'admin', doNotDisturb: false });
  });

  it('leave out people of an account that is gone', () => {
    expect(JSON.parse(writeSettings({ settings, stations, people: [mum] }, [])).people).to.deep.equal([]);
  });

  type Whole = Record<string, unknown>;
  const bad: [key: string, change: (whole: Whole) => unknown][] = [
    ['file', () => 'no JSON at all'],
    ['file', () => '[]'],
    ['file', () => 'x'.repeat(1_000_001)],
    ['format', (whole) => ({ ...whole, format: 'other' })],
    ['version', (whole) => ({ ...whole, version: 2 })],
    ['settings', (whole) => ({ ...whole, settings: null })],
    ['settings.ringtone', (whole) => ({ ...whole, settings: { ringtone: 'siren' } })],
    ['settings.lock', (whole) => ({ ...whole, settings: { lock: 'none' } })],
    ['stations', (whole) => ({ ...whole, stations: [] })],
    ['stations', (whole) => ({ ...whole, stations: Array(9).fill(stations[0]) })],
    ['stations.0', (whole) => ({ ...whole, stations: ['hall'] })],
    ['stations.0.camera', (whole) => ({ ...whole, stations: [{ ...stations[0], camera: 'light.hall' }] })],
    ['stations.1.slug', (whole) => ({ ...whole, stations: [stations[0], stations[0]] })],
    ['people', (whole) => ({ ...whole, people: {} })],
    ['people.0', (whole) => ({ ...whole, people: ['x'] })],
    ['people.0.contactId', (whole) => ({ ...whole, people: [{ account }] })],
    ['people.0.account', (whole) => ({ ...whole, people: [{ contactId: 'c' }] })],
    [
      'people.0.account.protocol',
      (whole) => ({ ...whole, people: [{ contactId: 'c', account: { protocol: 'A:b' } }] }),
    ],
    [
      'people.0.account.address',
      (whole) => ({ ...whole, people: [{ contactId: 'c', account: { protocol: 'xmpp' } }] }),
    ],
    ['people.0.alias', (whole) => ({ ...whole, people: [{ account, contactId: 'c', alias: 5 }] })],
    ['people.0.token', (whole) => ({ ...whole, people: [{ account, contactId: 'c', token: 'x' }] })],
    ['accounts', (whole) => ({ ...whole, accounts: null })],
    ['accounts.0.address', (whole) => ({ ...whole, accounts: [{ protocol: 'xmpp', address: '' }] })],
  ];
  for (const [index, [key, change]] of bad.entries()) {
    it(`are refused as a whole for a wrong ${key} (${index})`, () => {
      const changed = change(JSON.parse(text));
      const given = typeof changed === 'string' ? changed : JSON.stringify(changed);
      let error: unknown;
      try {
        readSettings(given, before, here);
      } catch (reason) {
        error = reason;
      }
      expect(error).to.be.instanceOf(RangeError);
      expect((error as Error).message.startsWith(`${key}:`), (error as Error).message).to.equal(true);
    });
  }
});
