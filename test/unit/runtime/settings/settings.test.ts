import { expect } from '@open-wc/testing';
import { DEFAULT_SETTINGS, type DeviceSettings } from '../../../../src/runtime/settings/device-settings.ts';
import { changeSettings, storedSettings } from '../../../../src/runtime/settings/settings.ts';

describe('changeSettings', () => {
  const good: Partial<DeviceSettings>[] = [
    {},
    { ringtone: 'marimba', ringVolume: 0, callVolume: 1 },
    { ringWindow: 15_000 },
    { ringWindow: 120_000 },
    { hideNames: 'while-ringing', secondCall: 'busy', holdToHangUp: true, doNotDisturb: true },
    { quietTimes: [{ days: [0, 6], from: '22:00', to: '06:30' }] },
    { quietTimes: [{ days: [], from: '00:00', to: '23:59' }] },
    { language: 'pt-BR' },
    { language: null },
    { lock: 'admin' },
  ];
  for (const change of good) {
    it(`takes ${JSON.stringify(change)}`, () =>
      expect(changeSettings(DEFAULT_SETTINGS, change)).to.deep.equal({ ...DEFAULT_SETTINGS, ...change }));
  }

  const bad: [key: string, value: unknown][] = [
    ['ringtone', 'siren'],
    ['ringVolume', 1.1],
    ['ringVolume', NaN],
    ['callVolume', '1'],
    ['ringWindow', 14_999],
    ['ringWindow', 120_001],
    ['ringWindow', 20_000.5],
    ['hideNames', true],
    ['doNotDisturb', 'on'],
    ['quietTimes', {}],
    ['quietTimes', [null]],
    ['quietTimes', [{ days: [7], from: '22:00', to: '06:00' }]],
    ['quietTimes', [{ days: 1, from: '22:00', to: '06:00' }]],
    ['quietTimes', [{ days: [1], from: '24:00', to: '06:00' }]],
    ['quietTimes', [{ days: [1], from: '22:00', to: '6:00' }]],
    ['quietTimes', [{ days: [1], from: '22:00', to: '06:00', name: 'night' }]],
    ['quietTimes', Array.from({ length: 51 }, () => ({ days: [1], from: '22:00', to: '06:00' }))],
    ['lock', 'padlock'],
    ['language', 'no language'],
    ['language', 5],
    ['language', 'x'.repeat(36)],
    ['holdToHangUp', 1],
    ['secondCall', 'hold'],
    ['toString', 'x'],
    ['pin', '1234'],
  ];
  for (const [key, value] of bad) {
    it(`refuses ${key} ${JSON.stringify(value).slice(0, 60)} and names it`, () =>
      expect(() => changeSettings(DEFAULT_SETTINGS, { [key]: value })).to.throw(RangeError, `settings.${key}:`));
  }

  it('refuses what is no change at all', () => {
    expect(() => changeSettings(DEFAULT_SETTINGS, null as never)).to.throw(RangeError);
  });
});

describe('storedSettings', () => {
  it('keeps what fits, and gives the rest its default', () => {
    expect(storedSettings({ ringtone: 'lullaby', ringVolume: 7, ofTomorrow: true })).to.deep.equal({
      ...DEFAULT_SETTINGS,
      ringtone: 'lullaby',
    });
    for (const nothing of [null, undefined, 'x', 3]) expect(storedSettings(nothing)).to.deep.equal(DEFAULT_SETTINGS);
  });
});
