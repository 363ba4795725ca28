import { expect } from '@open-wc/testing';
import { DEFAULT_STATION } from '../../../src/runtime/default-station.ts';
import { changeStation, slugOf } from '../../../src/runtime/station.ts';

describe('changeStation', () => {
  it('changes what is given and nothing else', () => {
    const next = changeStation(DEFAULT_STATION, { name: 'Hall', camera: 'camera.front_door' });
    expect(next).to.deep.equal({ ...DEFAULT_STATION, name: 'Hall', camera: 'camera.front_door' });
  });

  const wrong: [key: string, value: unknown][] = [
    ['slug', 'Kitchen One'],
    ['slug', ''],
    ['name', 5],
    ['name', '  '],
    ['camera', 'light.kitchen'],
    ['microphone', 'usb'],
    ['microphone', { deviceId: 1 }],
    ['dialAnyone', 'yes'],
    ['scriptAnswersWithCamera', 1],
    ['display', 'camera.door'],
    ['display', 'media_player.'],
    ['displayStarts', 'yes'],
    ['displaySound', 'both'],
    ['displayLevel', 1.5],
    ['displayLevel', '1'],
    ['displayAnnounces', true],
    ['colour', 'red'],
  ];
  for (const [key, value] of wrong) {
    it(`refuses ${key}: ${JSON.stringify(value)} and names the key`, () => {
      expect(() => changeStation(DEFAULT_STATION, { [key]: value })).to.throw(RangeError, `station.${key}`);
    });
  }

  it('takes devices and null', () => {
    const microphone = { deviceId: 'm', label: 'USB microphone' };
    expect(changeStation(DEFAULT_STATION, { microphone }).microphone).to.deep.equal(microphone);
    expect(changeStation({ ...DEFAULT_STATION, microphone }, { microphone: null }).microphone).to.equal(null);
  });
});

describe('slugOf', () => {
  const table: [name: string, slug: string][] = [
    ['Kitchen', 'kitchen'],
    ['Küche & Flur', 'kuche_flur'],
    ['  Hall 2 ', 'hall_2'],
    ['客厅', 'kitchen'],
  ];
  for (const [name, slug] of table) it(`«${name}» → ${slug}`, () => expect(slugOf(name)).to.equal(slug));
});
