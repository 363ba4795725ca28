import { expect } from '@open-wc/testing';
import type { CallView } from '../../../../src/runtime/api.ts';
import { DEFAULT_STATION } from '../../../../src/runtime/default-station.ts';
import type { RemoteParticipant } from '../../../../src/runtime/providers/provider.ts';
import { displayTracks, displayWords } from '../../../../src/runtime/screens/words.ts';
import type { DeviceSettings } from '../../../../src/runtime/settings/device-settings.ts';
import type { Station } from '../../../../src/runtime/storage/storage.ts';
import { callView } from '../../card/support/fake-call-assist.ts';

const track = (name: string): MediaStreamTrack => ({ id: name }) as MediaStreamTrack;
const anna = (change: Partial<RemoteParticipant> = {}): RemoteParticipant => ({
  id: 'anna',
  audio: track('voice'),
  video: track('face'),
  screen: null,
  audioMuted: false,
  videoMuted: false,
  ...change,
});

function words(
  call: CallView,
  {
    station = {},
    hideNames = 'show',
    person = anna(),
  }: {
    readonly station?: Partial<Station>;
    readonly hideNames?: DeviceSettings['hideNames'];
    readonly person?: RemoteParticipant;
  } = {},
) {
  return displayWords(call, {
    station: { ...DEFAULT_STATION, ...station },
    hideNames,
    remote: { participants: [person] },
    states: {
      'camera.kitchen': {
        entity_id: 'camera.kitchen',
        state: 'idle',
        attributes: { friendly_name: 'Kitchen camera' },
        last_changed: '',
        last_updated: '',
        context: { id: '', user_id: null },
      },
    },
    sound: true,
    now: 7,
  });
}

describe('what a display writes of a call', () => {
  it('is who is seen, since when, what they see of us, and how it is heard', () => {
    const call = callView('active');
    expect(words(call, { station: { displayLevel: 0.4 } })).to.deep.equal({
      type: 'call',
      name: 'Anna Berger',
      station: 'Kitchen',
      state: 'active',
      since: call.connected,
      picture: true,
      camera: 'Kitchen camera',
      sound: true,
      level: 0.4,
    });
  });

  it('tells how the call is', () => {
    expect(words(callView('reconnecting'))).to.include({ state: 'reconnecting' });
    expect(words(callView('active', { remoteOnHold: true }))).to.include({ state: 'held' });
    expect(words(callView('connecting'))).to.include({ state: 'active', since: 7 });
  });

  it('has no picture of who sends none, and no camera where we send none', () => {
    expect(words(callView('active'), { person: anna({ videoMuted: true }) })).to.include({ picture: false });
    expect(words(callView('active'), { person: anna({ video: null }) })).to.include({ picture: false });
    expect(words(callView('active'), { person: anna({ videoMuted: true, screen: track('s') }) })).to.include({
      picture: true,
    });
    const off = callView('active', { sending: { audio: true, video: false } });
    expect(words(off)).to.include({ camera: '' });
    expect(words(callView('active', { camera: { state: 'off' } }))).to.include({ camera: '' });
    const own = { state: 'on', path: 'device', source: 'this_device' } as const;
    expect(words(callView('active', { camera: own }))).to.include({ camera: 'Kitchen' });
  });

  it('names nobody where names are hidden', () => {
    expect(words(callView('active'), { hideNames: 'always' })).to.include({ name: '' });
    expect(words(callView('active'), { hideNames: 'while-ringing' })).to.include({ name: 'Anna Berger' });
  });

  const named: [Station['displayAnnounces'], DeviceSettings['hideNames'], string][] = [
    ['without-name', 'show', ''],
    ['with-name', 'show', 'Anna Berger'],
    ['with-name', 'while-ringing', ''],
    ['with-name', 'always', ''],
  ];
  for (const [displayAnnounces, hideNames, name] of named) {
    it(`says ${name === '' ? 'only that' : 'who'} rings: ${displayAnnounces}, names ${hideNames}`, () => {
      expect(words(callView('ringing-in'), { station: { displayAnnounces }, hideNames })).to.deep.equal({
        type: 'ringing',
        name,
        station: 'Kitchen',
        kind: 'video',
      });
    });
  }

  it('says what kind of call rings', () => {
    const voice = callView('ringing-in', { offered: { audio: true, video: false } });
    expect(words(voice)).to.include({ kind: 'voice' });
    const ring = { id: 'r', kind: 'door', to: '', still: null, buttons: [], talk: null, away: false } as const;
    const door = callView('ringing-in', { ring, peer: { ...voice.peer, accountId: 'home' } });
    expect(words(door)).to.include({ kind: 'door' });
  });
});

describe('what a display gets of a call', () => {
  const [screen, own] = [track('screen'), track('own')];

  it('is sound and picture of the other side, and ours small', () => {
    const { audio, video } = anna();
    const person = { ...anna(), audio, video };
    const tracks = displayTracks({ participants: [person] }, own, audio);
    expect(tracks).to.deep.equal({ audio, picture: video, preview: own });
    const nothing = { audio: null, picture: null, preview: null };
    expect(displayTracks({ participants: [] }, null, null)).to.deep.equal(nothing);
  });

  it('is the screen that is shared, in the large place', () => {
    const picture = (...participants: readonly RemoteParticipant[]) =>
      displayTracks({ participants }, own, null).picture;
    expect(picture(anna({ screen }))).to.equal(screen);
    expect(picture(anna({ videoMuted: true }))).to.equal(null);
    const [first, second] = [anna({ video: null, audio: null }), anna()];
    expect(picture(first, second)).to.equal(second.video);
  });

  it('is the picture of whom this device shows large', () => {
    const [first, second] = [anna(), { ...anna(), id: 'ben', video: track('ben') }];
    const large = (id: string) => displayTracks({ participants: [first, second], large: id }, null, null).picture;
    expect(large('ben')).to.equal(second.video);
    expect(large('anna')).to.equal(first.video);
    expect(large('gone')).to.equal(first.video);
  });
});
