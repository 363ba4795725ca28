import { expect } from '@open-wc/testing';
import type { DisplayFailure, DisplayState } from '../../../../src/runtime/displays/displays.ts';
import {
  AT_HOME,
  isHeardThere,
  type Ladder,
  type LadderEvent,
  placeOf,
  step,
} from '../../../../src/runtime/displays/ladder.ts';
import fc from '../../support/fast-check.ts';

const TV = 'media_player.living_room_tv';
const RUNGS = 2;

const showing: DisplayState = { state: 'showing', width: 1280, height: 720, soundBlocked: false };
const failed = (reason: DisplayFailure): DisplayState => ({ state: 'failed', reason });
const want = (display = TV, mayInterrupt = false): LadderEvent => ({ type: 'want', display, mayInterrupt });
/** What the rung that is tried says. */
type Said = DisplayState | { readonly cannot: DisplayFailure };

function after(...said: readonly (Said | LadderEvent)[]): Ladder {
  return said.reduce<Ladder>((ladder, each) => {
    const { attempt } = ladder;
    if ('type' in each) return step(ladder, each, RUNGS);
    if ('cannot' in each) return step(ladder, { type: 'cannot', attempt, reason: each.cannot }, RUNGS);
    return step(ladder, { type: 'state', attempt, state: each }, RUNGS);
  }, AT_HOME);
}

describe('the ladder of displays', () => {
  const places: [string, readonly (Said | LadderEvent)[], ReturnType<typeof placeOf>, number | null][] = [
    ['nobody wants it elsewhere', [], 'here', null],
    ['it is wanted there', [want()], 'moving', 0],
    ['frames are shown', [want(), showing], 'there', 0],
    ['nothing is heard of it', [want(), showing, { state: 'lost' }], 'lost', 0],
    ['it has come back by itself', [want(), showing, { state: 'lost' }, showing], 'there', 0],
    ['it did not come back', [want(), showing, { state: 'lost' }, failed('gone')], 'moving', 1],
    ['the best way cannot be', [want(), { cannot: 'not_cast' }], 'moving', 1],
    ['the second way shows it', [want(), { cannot: 'not_cast' }, showing], 'there', 1],
    ['no way works', [want(), failed('view_not_loaded'), failed('not_played')], 'here', null],
    ['it is brought back', [want(), showing, want('this_device')], 'here', null],
    ['another is wanted', [want(), showing, want('media_player.other')], 'moving', 0],
  ];
  for (const [name, said, place, rung] of places) {
    it(`${place}, when ${name}`, () => {
      const ladder = after(...said);
      expect([placeOf(ladder), ladder.rung]).to.deep.equal([place, rung]);
    });
  }

  const reasons: [DisplayFailure, readonly Said[]][] = [
    ['view_not_loaded', [failed('view_not_loaded'), failed('not_played')]],
    ['view_not_loaded', [failed('view_not_loaded'), { cannot: 'no_server' }]],
    ['not_played', [{ cannot: 'no_view' }, failed('not_played')]],
    ['no_view', [{ cannot: 'no_view' }, { cannot: 'no_server' }]],
    ['gone', [showing, { state: 'lost' }, failed('gone'), { cannot: 'no_server' }]],
    ['server_away', [failed('view_not_loaded'), showing, failed('server_away')]],
    ['server_away', [failed('view_not_loaded'), showing, { state: 'lost' }, failed('server_away')]],
  ];
  for (const [reason, said] of reasons) {
    it(`tells ${reason} after ${said.map((each) => JSON.stringify(each)).join(', ')}`, () => {
      expect(after(want(), ...said)).to.deep.include({ failure: { display: TV, reason }, wanted: 'this_device' });
    });
  }

  for (const reason of ['in_use', 'switched_off', 'no_entity', 'unavailable'] as const) {
    it(`tries no other way after ${reason}`, () => {
      expect(after(want(), failed(reason)).failure).to.deep.equal({ display: TV, reason });
      // Also where something else went wrong before.
      expect(after(want(), failed('gone'), failed(reason)).failure).to.deep.equal({ display: TV, reason });
    });
  }

  it('forgets a failure when somebody puts it away, brings the call back or tries again', () => {
    const over = after(want(), failed('in_use'));
    for (const event of [{ type: 'dismiss' }, want('this_device'), want(TV, true)] as const) {
      expect(step(over, event, RUNGS).failure).to.equal(null);
    }
    expect(step(over, want(TV, true), RUNGS)).to.include({ mayInterrupt: true, rung: 0 });
    expect(step(AT_HOME, { type: 'dismiss' }, RUNGS)).to.equal(AT_HOME);
  });

  it('goes on when it is wanted where it is already', () => {
    for (const ladder of [after(want()), after(want(), showing)]) {
      expect(step(ladder, want(TV, true), RUNGS)).to.equal(ladder);
    }
  });

  it('is heard there while it shows and plays, and at no other time', () => {
    expect(isHeardThere(after(want(), showing))).to.equal(true);
    expect(isHeardThere(after(want(), { ...showing, soundBlocked: true }))).to.equal(false);
    expect(isHeardThere(after(want(), showing, { state: 'lost' }))).to.equal(false);
    expect(isHeardThere(after(want(), showing, want('this_device')))).to.equal(false);
  });

  describe('whatever happens', () => {
    const REASONS: readonly DisplayFailure[] = ['in_use', 'gone', 'no_view', 'no_connection', 'switched_off'];
    const reason = fc.constantFrom(...REASONS);
    const state = fc.oneof(
      fc.constantFrom<DisplayState>({ state: 'starting' }, { state: 'lost' }, showing),
      reason.map(failed),
    );
    /** Of this attempt, or late. */
    const back = fc.nat(2);
    const story = fc.array(
      fc.oneof(
        fc.record({ event: fc.constantFrom(want(), want('media_player.b'), want('this_device')), back }),
        fc.record({ event: state.map((each): LadderEvent => ({ type: 'state', attempt: 0, state: each })), back }),
        fc.record({ event: reason.map((each): LadderEvent => ({ type: 'cannot', attempt: 0, reason: each })), back }),
        fc.record({ event: fc.constant<LadderEvent>({ type: 'dismiss' }), back }),
      ),
      { maxLength: 30 },
    );

    it('has a rung exactly where a display is wanted, and never one that is not there', () => {
      told(story, (ladder) => {
        expect(ladder.rung === null).to.equal(ladder.wanted === 'this_device');
        expect(ladder.rung ?? 0).to.be.within(0, RUNGS - 1);
        if (ladder.failure) expect(placeOf(ladder)).to.equal('here');
      });
    });

    it('begins a new attempt with each rung and each wish, and hears nothing of old ones', () => {
      told(story, (ladder, before, event, isLate) => {
        if (ladder.rung !== before.rung || ladder.wanted !== before.wanted) {
          expect(ladder.attempt).to.equal(before.attempt + 1);
          expect(ladder.state.state).to.equal('starting');
        }
        if (isLate && 'attempt' in event) expect(ladder).to.equal(before);
      });
    });

    it('ends on this device when everything fails, after no more tries than there are rungs', () => {
      fc.assert(
        fc.property(reason, story, (why, events) => {
          let ladder = run(events);
          for (let tries = 0; tries < RUNGS; tries++) {
            ladder = step(ladder, { type: 'state', attempt: ladder.attempt, state: failed(why) }, RUNGS);
          }
          expect(placeOf(ladder)).to.equal('here');
        }),
      );
    });

    type Story = readonly { readonly event: LadderEvent; readonly back: number }[];
    type Check = (ladder: Ladder, before: Ladder, event: LadderEvent, isLate: boolean) => void;

    function run(events: Story, check: Check = () => {}): Ladder {
      return events.reduce<Ladder>((before, { event, back: late }) => {
        const given = 'attempt' in event ? { ...event, attempt: before.attempt - late } : event;
        const next = step(before, given, RUNGS);
        check(next, before, given, late > 0);
        return next;
      }, AT_HOME);
    }

    function told(stories: fc.Arbitrary<Story>, check: Check): void {
      fc.assert(fc.property(stories, (events) => void run(events, check)));
    }
  });
});
