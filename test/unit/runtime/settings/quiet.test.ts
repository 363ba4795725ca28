import { expect } from '@open-wc/testing';
import fc from '../../support/fast-check.ts';
import { nextChange, quietUntil } from '../../../../src/runtime/settings/quiet.ts';
import type { QuietTime } from '../../../../src/runtime/settings/device-settings.ts';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
/** Wednesday, 11 November 2026, by the local clock. */
const wednesday = (time: string, days = 0): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return new Date(2026, 10, 11 + days, hours, minutes).getTime();
};
const night: QuietTime = { days: EVERY_DAY, from: '22:00', to: '06:30' };
const nap: QuietTime = { days: [3], from: '13:00', to: '14:30' };

describe('quietUntil', () => {
  const table: [what: string, times: readonly QuietTime[], now: number, until: number | null][] = [
    ['nothing is planned', [], wednesday('23:00'), null],
    ['before midnight', [night], wednesday('23:00'), wednesday('06:30', 1)],
    ['after midnight', [night], wednesday('03:00'), wednesday('06:30')],
    ['at its first minute', [night], wednesday('22:00'), wednesday('06:30', 1)],
    ['at its last minute', [night], wednesday('06:30'), null],
    ['in the day', [night], wednesday('12:00'), null],
    ['on its day', [night, nap], wednesday('13:30'), wednesday('14:30')],
    ['on another day', [nap], wednesday('13:30', 1), null],
    ['the night belongs to the day it began', [{ ...night, days: [2] }], wednesday('03:00'), wednesday('06:30')],
    ['and not to the day it ends', [{ ...night, days: [3] }], wednesday('03:00'), null],
    [
      'times that touch are one',
      [nap, { days: [3], from: '14:30', to: '15:00' }, { days: [3], from: '14:45', to: '16:00' }],
      wednesday('13:30'),
      wednesday('16:00'),
    ],
    [
      'from and to alike is a whole day',
      [{ days: [3], from: '08:00', to: '08:00' }],
      wednesday('09:00'),
      wednesday('08:00', 1),
    ],
  ];
  for (const [what, times, now, until] of table) it(what, () => expect(quietUntil(times, now)).to.equal(until));

  it('goes by the clock of the wall on days of 23 and 25 hours', () => {
    // Whatever time zone the test runs in: each day of a year has its own midnight.
    for (let day = 0; day < 366; day++) {
      const evening = new Date(2026, 0, 1 + day, 23).getTime();
      expect(quietUntil([night], evening)).to.equal(new Date(2026, 0, 2 + day, 6, 30).getTime());
    }
  });
});

describe('nextChange', () => {
  it('is the next edge, and never comes without quiet times', () => {
    expect(nextChange([night], wednesday('12:00'))).to.equal(wednesday('22:00'));
    expect(nextChange([night], wednesday('23:00'))).to.equal(wednesday('06:30', 1));
    expect(nextChange([nap], wednesday('15:00'))).to.equal(wednesday('13:00', 7));
    expect(nextChange([], wednesday('12:00'))).to.equal(null);
    expect(nextChange([{ ...nap, days: [] }], wednesday('12:00'))).to.equal(null);
  });

  it('nothing changes between now and the next change', () => {
    const time = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((n) => `${n}`.padStart(2, '0')).join(':'));
    const times = fc.array(fc.record({ days: fc.uniqueArray(fc.nat(6), { maxLength: 7 }), from: time, to: time }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(times, fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (all, minutes, part) => {
        const now = wednesday('00:00') + minutes * 60_000;
        const next = nextChange(all, now);
        const between = next === null ? now + 86_400_000 : now + Math.floor((next - now - 1) * part);
        expect(quietUntil(all, between) !== null).to.equal(quietUntil(all, now) !== null);
      }),
    );
  });
});
