import { expect } from '@open-wc/testing';
import fc from '../../support/fast-check.ts';
import { type CallsState, type CommandId, NO_MEDIA } from '../../../../src/runtime/call/call.ts';
import { nextDeadline } from '../../../../src/runtime/call/deadlines.ts';
import type { Effect } from '../../../../src/runtime/call/effects.ts';
import type { CallEvent } from '../../../../src/runtime/call/events.ts';
import { hasEnded, isLive, isRunning } from '../../../../src/runtime/call/find.ts';
import { HELPER_STATES, helperState } from '../../../../src/runtime/call/helper-state.ts';
import { happenings, type Happening } from './random.ts';
import { Story } from './story.ts';

interface Moment {
  readonly event: CallEvent;
  readonly before: CallsState;
  readonly after: CallsState;
  readonly effects: readonly Effect[];
  readonly now: number;
}

/** Tells all that happens; with `toTheEnd`, lets then all deadlines pass with no more events. */
function tell(all: readonly Happening[], toTheEnd = false): { story: Story; moments: Moment[] } {
  const story = new Story();
  const moments: Moment[] = [];
  const happens = (event: CallEvent): void => {
    const before = story.state;
    const known = story.effects.length;
    story.happens(event);
    moments.push({ event, before, after: story.state, effects: story.effects.slice(known), now: story.now });
  };
  for (const { after, event } of all) {
    story.now = after === 'next deadline' ? Math.max(story.now, nextDeadline(story.state) ?? 0) : story.now + after;
    happens(event);
  }
  if (toTheEnd) {
    // Bounded: a deadline that never goes away must fail a test, not hang it.
    for (let left = 100, next = nextDeadline(story.state); left > 0 && next !== null; left--) {
      story.now = Math.max(story.now, next);
      happens({ type: 'tick' });
      next = nextDeadline(story.state);
    }
  }
  return { story, moments };
}

/** Holds after every event of every story. */
function always(holds: (moment: Moment) => void): void {
  fc.assert(
    fc.property(happenings, (all) => tell(all).moments.forEach(holds)),
    { numRuns: 300 },
  );
}

/** Holds for every story as a whole, when all time has passed. */
function inTheEnd(holds: (story: Story, moments: readonly Moment[]) => void): void {
  fc.assert(
    fc.property(happenings, (all) => {
      const { story, moments } = tell(all, true);
      holds(story, moments);
    }),
    { numRuns: 300 },
  );
}

/** The effects of each call, in their order. A call that only rang when the page closed begins anew. */
function ofCalls(moments: readonly Moment[]): readonly Effect[][] {
  const all: Effect[][] = [];
  const now = new Map<string, Effect[]>();
  for (const { event, effects } of moments) {
    for (const effect of effects) {
      if (effect.type === 'fulfil' || effect.type === 'fail') continue;
      const id = effect.type === 'record' ? effect.record.callId : effect.callId;
      const known = now.get(id);
      if (known) {
        known.push(effect);
      } else {
        const begun = [effect];
        now.set(id, begun);
        all.push(begun);
      }
    }
    if (event.type !== 'page-closing') continue;
    for (const [id, done] of now) if (count(done, 'record') === 0) now.delete(id);
  }
  return all;
}

function count(effects: readonly Effect[], ...types: readonly Effect['type'][]): number {
  return effects.filter(({ type }) => types.includes(type)).length;
}

describe('whatever happens in whatever order', function () {
  // Much is told; a busy build machine takes its time.
  this.timeout(60_000);

  it('stories get far: every phase and every effect is met', () => {
    const met = new Set<string>();
    for (const all of fc.sample(happenings, { numRuns: 900, seed: 1 })) {
      for (const { after, effects } of tell(all, true).moments) {
        for (const { phase, dropIn } of after.calls) {
          met.add(phase);
          if (dropIn) met.add(dropIn.stage);
        }
        for (const { type } of effects) met.add(type);
      }
    }
    expect([...met]).to.include.members([
      ...['dialing', 'ringing-out', 'ringing-in', 'connecting', 'active', 'reconnecting', 'ending', 'ended'],
      ...[
        'prepare',
        'start-media',
        'set-media',
        'set-camera',
        'set-microphone',
        'place',
        'send-answer',
        'send-decline',
        'send-hang-up',
      ],
      ...['unheard', 'countdown', 'last-seconds', 'answered', 'camera-rests'],
      ...['restart-connection', 'start-sound', 'stop-sound', 'release', 'record', 'fulfil', 'fail'],
    ]);
  });

  it('a call that lives has a deadline unless it is active; only reconnecting restarts', () => {
    always(({ after }) => {
      for (const call of after.calls.filter(isLive)) {
        expect(call.deadline === null, call.phase).to.equal(call.phase === 'active');
        expect(Number.isNaN(call.deadline) || call.deadline === Infinity).to.equal(false);
        expect(call.restartAt !== null).to.equal(call.phase === 'reconnecting');
      }
    });
  });

  it('a call has its reason from ending on, and is never alive again', () => {
    always(({ before, after }) => {
      for (const call of after.calls) {
        expect(call.reason !== null).to.equal(['ending', 'ended'].includes(call.phase));
        expect(call.ended !== null).to.equal(call.reason !== null);
        expect(call.restartAt === null || call.reason === null).to.equal(true);
        expect(call.waiting.length === 0 || call.reason === null).to.equal(true);
        const earlier = before.calls.find(({ id }) => id === call.id);
        if (earlier && hasEnded(earlier)) expect(call.reason).to.equal(earlier.reason);
        expect(before.past.some(({ id }) => id === call.id)).to.equal(false);
      }
    });
  });

  it('one call runs at most, two live at most, and none shows its outcome while one runs', () => {
    always(({ after }) => {
      expect(after.calls.filter(isRunning).length).to.be.at.most(1);
      expect(after.calls.filter(isLive).length).to.be.at.most(2);
      if (after.calls.some(isRunning)) expect(after.calls.filter(({ phase }) => phase === 'ended')).to.deep.equal([]);
      expect(new Set(after.calls.map(({ id }) => id)).size).to.equal(after.calls.length);
    });
  });

  it('time that has passed leaves no deadline behind', () => {
    always(({ event, after, now }) => {
      if (event.type === 'tick') expect(nextDeadline(after) ?? Infinity).to.be.greaterThan(now);
    });
  });

  it('when all time has passed every call is gone that is not active or kept until dismissed', () => {
    inTheEnd((story) => {
      expect(nextDeadline(story.state)).to.equal(null);
      expect(story.state.pendingAnswer).to.equal(null);
      for (const call of story.state.calls) expect(['active', 'ended']).to.include(call.phase);
      story.tell('hang-up', { callId: null });
      story.wait();
      story.tell('dismiss', { callId: null });
      expect(story.state.calls).to.deep.equal([]);
    });
  });

  it('every command is settled exactly once', () => {
    inTheEnd((story, moments) => {
      const given = moments.flatMap(({ event }) => ('command' in event ? [event.command] : []));
      const settled = story.effects.flatMap((effect): CommandId[] => ('command' in effect ? [effect.command] : []));
      expect(settled.toSorted()).to.deep.equal(given.toSorted());
    });
  });

  it('nothing of a call is done twice', () => {
    inTheEnd((_, moments) => {
      for (const effects of ofCalls(moments)) {
        for (const type of ['prepare', 'start-media', 'place', 'send-answer', 'record', 'release'] as const) {
          expect(count(effects, type), type).to.be.at.most(1);
        }
        expect(count(effects, 'send-decline', 'send-hang-up')).to.be.at.most(1);
        expect(count(effects, 'send-answer') * count(effects, 'place', 'send-decline')).to.equal(0);
        expect(count(effects, 'record')).to.be.at.most(count(effects, 'release'));
      }
    });
  });

  it('after the record of a call only its release is left', () => {
    inTheEnd((_, moments) => {
      for (const effects of ofCalls(moments)) {
        const recorded = effects.findIndex(({ type }) => type === 'record');
        if (recorded >= 0) expect(effects.slice(recorded + 1).map(({ type }) => type)).to.deep.equal(['release']);
      }
    });
  });

  it('what was placed or answered is hung up unless they ended it; what was not, is not', () => {
    always(({ event, before, effects }) => {
      for (const effect of effects) {
        if (effect.type !== 'send-hang-up') continue;
        const call = before.calls.find(({ id }) => id === effect.callId);
        expect(call?.placed && isRunning(call)).to.equal(true);
        expect(['remote-ended', 'answered-elsewhere']).not.to.include(event.type);
      }
    });
  });

  it('each sound that starts is stopped once, and a call has one at a time', () => {
    inTheEnd((_, moments) => {
      for (const effects of ofCalls(moments)) {
        const sounds = effects.filter(({ type }) => type === 'start-sound' || type === 'stop-sound');
        sounds.forEach(({ type }, index) => expect(type).to.equal(index % 2 ? 'stop-sound' : 'start-sound'));
        expect(sounds.length % 2).to.equal(0);
      }
    });
  });

  it('only one call has the ringtone, and none while one runs', () => {
    always(({ after, before, effects }) => {
      const tones = effects.filter((effect) => effect.type === 'start-sound' && effect.sound === 'ringtone');
      expect(tones.length).to.be.at.most(1);
      if (tones.length > 0) expect(after.calls.some(isRunning)).to.equal(false);
      const rings = (state: CallsState) =>
        state.calls.some(({ phase }) => phase === 'ringing-in' || phase === 'ringing-out');
      if (!rings(after) && !rings(before)) expect(count(effects, 'start-sound', 'stop-sound')).to.equal(0);
    });
  });

  it('what is silenced is never heard again', () => {
    always(({ before, effects }) => {
      for (const effect of effects) {
        if (effect.type !== 'start-sound') continue;
        expect(before.calls.find(({ id }) => id === effect.callId)?.silenced ?? false).to.equal(false);
      }
    });
  });

  /** When the ring of each call began to be heard without a break, by the moments of a story. */
  const heardSince = (moments: readonly Moment[]): ((moment: Moment, id: string) => number | null) => {
    const since = new Map<Moment, ReadonlyMap<string, number>>();
    let now = new Map<string, number>();
    for (const moment of moments) {
      now = new Map(
        moment.before.calls.flatMap(({ id, phase }): [string, number][] => {
          if (phase !== 'ringing-in') return [];
          const known = now.get(id);
          if (moment.event.type !== 'ring-heard') return known === undefined ? [] : [[id, known]];
          return moment.event.heard ? [[id, known ?? moment.now]] : [];
        }),
      );
      since.set(moment, now);
    }
    return (moment, id) => since.get(moment)?.get(id) ?? null;
  };
  const asked = (event: CallEvent): boolean => event.type === 'answer' || event.type === 'dial';

  it('a call answers itself only alone, not disturbed by it, and when its countdown was heard to its end', () => {
    inTheEnd((_, moments) => {
      const heard = heardSince(moments);
      for (const moment of moments) {
        const { event, before, now, effects } = moment;
        for (const effect of effects) {
          if (effect.type !== 'send-answer' || event.type !== 'tick') continue;
          const since = heard(moment, effect.callId);
          expect(since).not.to.equal(null);
          expect(now - (since ?? now)).to.be.at.least(before.policy.dropInCountdown);
          expect(before.policy.doNotDisturb).to.equal(false);
          expect(before.calls.filter(isLive).length).to.equal(1);
        }
      }
    });
  });

  it('without a person no camera is sent before the countdown has ended and the camera has rested', () => {
    inTheEnd((_, moments) => {
      /** Calls in which a person has decided about the camera. */
      const decided = new Set<string>();
      const answeredByItself = new Set<string>();
      for (const { event, before, now, effects } of moments) {
        for (const effect of effects) {
          if (effect.type !== 'start-media' && effect.type !== 'set-media') continue;
          const call = before.calls.find(({ id }) => id === effect.callId);
          // Whoever presses answer, dials, or meets a call of their own decides; so does who touches the camera.
          const byPerson = asked(event) || event.type === 'invited' || event.type === 'set-media';
          if (effect.type === 'start-media' && !byPerson) {
            answeredByItself.add(effect.callId);
            // What offers nothing is only a question, for which nothing is opened.
            const { audio, video } = call?.offered ?? NO_MEDIA;
            expect(effect.wanted).to.deep.equal({ audio: audio || video, video: false });
          }
          if (event.type === 'set-media' && event.video !== undefined) decided.add(effect.callId);
          if (!effect.wanted.video || !answeredByItself.has(effect.callId) || decided.has(effect.callId)) continue;
          // What was on already is only said again.
          if (effect.type === 'set-media' && call?.wanted.video) continue;
          expect(call?.connected).not.to.equal(null);
          expect(now - (call?.connected ?? now)).to.be.at.least(before.policy.dropInCamera);
          expect(before.policy.doNotDisturb).to.equal(false);
        }
      }
    });
  });

  it('nothing goes on by itself while do not disturb is on, after the end, or in two calls', () => {
    always(({ after }) => {
      const drops = after.calls.filter(({ dropIn }) => dropIn !== null);
      expect(drops.length).to.be.at.most(1);
      if (after.policy.doNotDisturb) expect(drops).to.deep.equal([]);
      for (const call of drops) {
        expect(isLive(call)).to.equal(true);
        expect(call.direction).to.equal('incoming');
        const rings = ['unheard', 'countdown', 'last-seconds'].includes(call.dropIn?.stage ?? '');
        expect(rings).to.equal(call.phase === 'ringing-in');
      }
    });
  });

  it('the helper has one of its words, and speaks of a call as long as one lives', () => {
    always(({ after }) => {
      for (const online of [true, false]) {
        const word = helperState(after, online);
        expect(HELPER_STATES).to.include(word);
        expect(['idle', 'offline'].includes(word)).to.equal(!after.calls.some(isLive));
      }
    });
  });

  it('the last result says how the last call ended or what was refused', () => {
    always(({ after, before, effects }) => {
      const told = effects.flatMap((effect): string[] => {
        if (effect.type === 'record') return [effect.record.reason];
        return effect.type === 'fail' && effect.reason.startsWith('refused_') ? [effect.reason] : [];
      });
      if (told.length > 0) expect(told).to.include(after.lastResult);
      else if (!effects.some(({ type }) => type === 'fail')) expect(after.lastResult).to.equal(before.lastResult);
    });
  });
});
