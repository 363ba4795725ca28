import { expect } from '@open-wc/testing';
import type { CastCall } from '../../../../src/runtime/displays/cast/sender.ts';
import type { CastTracks } from '../../../../src/runtime/displays/cast/sending-peer.ts';
import { Climb, type Tried } from '../../../../src/runtime/displays/climb.ts';
import type { Capability, DisplaySession, DisplayState } from '../../../../src/runtime/displays/displays.ts';
import { placeOf } from '../../../../src/runtime/displays/ladder.ts';
import type { Rung, RungOpening } from '../../../../src/runtime/displays/rung.ts';
import type { DisplaySound } from '../../../../src/runtime/displays/view.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import { settled } from '../../support/fake-clock.ts';
import { type FakePlatform, fakePlatform } from '../../support/fake-platform.ts';

const TV = 'media_player.living_room_tv';
const SHOWING: DisplayState = { state: 'showing', width: 1280, height: 720, soundBlocked: false };

/** A way that does what the test says. */
class FakeRung implements Rung {
  readonly opened: { readonly opening: RungOpening; readonly state: Store<DisplayState> }[] = [];
  capability: Promise<Capability> = Promise.resolve({ can: true });
  /** How long it takes to put the display back. */
  closing: Promise<void> = Promise.resolve();
  readonly way: Rung['way'];

  constructor(way: Rung['way']) {
    this.way = way;
  }

  can(): Promise<Capability> {
    return this.capability;
  }

  open(opening: RungOpening): DisplaySession {
    const state = new Store<DisplayState>({ state: 'starting' });
    this.opened.push({ opening, state });
    opening.scope.add(() => this.closing);
    return { state, volume: new Store<number | null>(0.5), setVolume: () => Promise.resolve() };
  }

  say(state: DisplayState): void {
    this.opened.at(-1)?.state.set(state);
  }

  /** Sessions that are still open. */
  get stillOpen(): number {
    return this.opened.filter(({ opening }) => !opening.scope.closed).length;
  }
}

describe('a call that is moved to a display', () => {
  let platform: FakePlatform;
  let scope: Scope;
  let [cast, stream]: FakeRung[] = [];
  let tried: Tried[];
  let climb: Climb;
  const errors: unknown[] = [];

  beforeEach(() => {
    platform = fakePlatform();
    scope = new Scope((error) => errors.push(error));
    [cast, stream, tried] = [new FakeRung('cast-view'), new FakeRung('stream'), []];
    const rungs = [cast, stream];
    climb = new Climb({
      rungs: () => rungs,
      tracks: new Store<CastTracks>({ audio: null, picture: null, preview: null }),
      call: new Store<CastCall>({ type: 'ringing', name: '', station: 'Kitchen', kind: 'video' }),
      sound: new Store<DisplaySound>('display'),
      platform,
      onTried: (each) => tried.push(each),
      scope,
    });
  });
  afterEach(async () => {
    await scope.close();
    await settled();
    expect([cast?.stillOpen, stream?.stillOpen, platform.clock.pending, errors]).to.deep.equal([0, 0, 0, []]);
  });

  const place = (): string => placeOf(climb.ladder.value);

  it('is there when it shows, and back when it is wanted back', async () => {
    climb.want(TV, true);
    await settled();
    expect([place(), climb.way, cast?.opened[0]?.opening.mayInterrupt]).to.deep.equal(['moving', 'cast-view', true]);
    expect(cast?.opened[0]?.opening.display).to.equal(TV);
    cast?.say(SHOWING);
    expect([place(), climb.session.value?.volume.value]).to.deep.equal(['there', 0.5]);
    climb.want('this_device', false);
    expect(place()).to.equal('here');
    await settled();
    expect([cast?.stillOpen, climb.session.value, climb.way]).to.deep.equal([0, null, null]);
    expect(tried).to.deep.equal([
      { display: TV, way: 'cast-view', result: 'shown', size: { width: 1280, height: 720 }, codecs: null },
    ]);
  });

  it('falls to the next way at once, and to this device below that', async () => {
    climb.want(TV, false);
    await settled();
    cast?.say({ state: 'failed', reason: 'view_not_loaded' });
    await settled();
    expect([place(), climb.way, cast?.stillOpen, stream?.stillOpen]).to.deep.equal(['moving', 'stream', 0, 1]);
    stream?.say({ state: 'failed', reason: 'not_played' });
    await settled();
    expect([place(), stream?.stillOpen]).to.deep.equal(['here', 0]);
    expect(climb.ladder.value.failure).to.deep.equal({ display: TV, reason: 'view_not_loaded' });
    climb.dismiss();
    expect(climb.ladder.value.failure).to.equal(null);
    expect(tried.map(({ way, result }) => [way, result])).to.deep.equal([
      ['cast-view', 'view_not_loaded'],
      ['stream', 'not_played'],
    ]);
  });

  it('opens no way that cannot be, or does not say so in time', async () => {
    cast!.capability = Promise.resolve({ can: false, why: 'not_cast' });
    stream!.capability = new Promise(() => {});
    climb.want(TV, false);
    await settled();
    expect([place(), climb.way]).to.deep.equal(['moving', 'stream']);
    await platform.clock.advance(3_000);
    expect([place(), tried, climb.session.value]).to.deep.equal(['here', [], null]);
    expect(climb.ladder.value.failure?.reason).to.equal('not_cast');
    expect(platform.lines.at(-1)?.message).to.equal('a display could not be asked for stream');
    cast!.capability = Promise.reject(new Error('no answer'));
    climb.want(TV, false);
    await settled();
    expect(climb.way).to.equal('stream');
  });

  it('waits two seconds at most for a display to be put back, and goes on', async () => {
    let done = (): void => {};
    cast!.closing = new Promise((resolve) => (done = resolve));
    climb.want(TV, false);
    await settled();
    cast?.say({ state: 'failed', reason: 'no_connection' });
    await platform.clock.advance(1_900);
    expect(stream?.stillOpen).to.equal(0);
    await platform.clock.advance(100);
    expect([stream?.stillOpen, climb.way]).to.deep.equal([1, 'stream']);
    stream?.say(SHOWING);
    done();
    await settled();
    expect([place(), climb.session.value !== null]).to.deep.equal(['there', true]);
  });

  it('waits longer for a display that somebody wants again at once', async () => {
    let done = (): void => {};
    cast!.closing = new Promise((resolve) => (done = resolve));
    climb.want(TV, false);
    await settled();
    climb.want('this_device', false);
    await settled();
    climb.want(TV, false);
    await platform.clock.advance(4_900);
    expect(cast?.opened.length).to.equal(1);
    await platform.clock.advance(5_000);
    expect(cast?.opened.length).to.equal(2);
    done();
  });

  it('is opened once, for the last wish, however often somebody changes their mind', async () => {
    let answer = (_capability: Capability): void => {};
    cast!.capability = new Promise((resolve) => (answer = resolve));
    climb.want(TV, false);
    await settled();
    climb.want('this_device', false);
    climb.want('media_player.other', false);
    await settled();
    answer({ can: true });
    await settled();
    expect(cast?.opened.map(({ opening }) => opening.display)).to.deep.equal(['media_player.other']);
  });

  it('hears nothing of a session that is over', async () => {
    climb.want(TV, false);
    await settled();
    const [first] = cast?.opened ?? [];
    climb.want('media_player.other', false);
    await settled();
    first?.state.set({ state: 'failed', reason: 'gone' });
    expect([place(), climb.ladder.value.wanted]).to.deep.equal(['moving', 'media_player.other']);
  });

  it('puts the display back when the call ends, also while it is asked', async () => {
    climb.want(TV, false);
    await scope.close();
    await settled();
    expect([place(), cast?.opened]).to.deep.equal(['here', []]);
  });
});
