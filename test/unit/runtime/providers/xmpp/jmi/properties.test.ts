import { expect } from '@open-wc/testing';
import fc from '../../../../support/fast-check.ts';
import { END_REASONS } from '../../../../../../src/runtime/call/call.ts';
import { bareOf } from '../../../../../../src/runtime/providers/xmpp/jmi/jid.ts';
import { reduce } from '../../../../../../src/runtime/providers/xmpp/jmi/reduce.ts';
import {
  JMI_POLICY,
  type JmiEffect,
  type JmiEvent,
  type JmiState,
  NO_SESSIONS,
} from '../../../../../../src/runtime/providers/xmpp/jmi/state.ts';
import { ANN, ANN_TABLET, NOW, OWN, finished, no, plain, says, word } from './support/story.ts';

const id = fc.constantFrom('a', 'b', 'c');
const jid = fc.constantFrom(ANN, ANN, ANN_TABLET, 'bea@b/x', 'ann@a', OWN, 'kiosk@home/other');
const media = fc.constantFrom(['audio'] as const, ['audio', 'video'] as const);
const caller = fc.constantFrom('contact' as const, 'contact' as const, 'stranger' as const, 'blocked' as const);
const message = fc.oneof(
  fc.record({ action: fc.constant('propose' as const), id, media }),
  fc.tuple(fc.constantFrom('ringing' as const, 'proceed' as const, 'accept' as const), id).map((all) => plain(...all)),
  fc.tuple(fc.constantFrom('reject' as const, 'retract' as const), id, fc.boolean()).map((all) => no(...all)),
  id.map((one) => finished(one)),
);
const event: fc.Arbitrary<JmiEvent> = fc.oneof(
  fc
    .record({
      from: jid,
      to: fc.constantFrom(OWN, 'kiosk@home', 'kiosk@home/other', ANN),
      message,
      caller,
      age: fc.constantFrom(0, 0, 10_000, 60_000, NaN, -1),
    })
    .map(({ message: said, ...more }) => says(said, more)),
  fc.record({ type: fc.constant('dial' as const), id, peer: fc.constantFrom('ann@a', 'bea@b'), media }),
  fc.record({ type: fc.constant('answer' as const), id }),
  fc.record({ type: fc.constant('hang-up' as const), id, reason: fc.constantFrom(...END_REASONS) }),
  fc.record({ type: fc.constantFrom('receipt' as const, 'bounced' as const), id, from: jid }),
  fc.record({ type: fc.constant('initiate' as const), id, from: jid, media, caller }),
  fc.record({
    type: fc.constant('terminated' as const),
    id,
    from: jid,
    reason: fc.constantFrom('success', null, 'gone'),
  }),
  fc.record({ type: fc.constantFrom('initiated' as const, 'connected' as const), id }),
  fc.constant({ type: 'tick' as const }),
);
const story = fc.array(fc.tuple(event, fc.nat(20_000)), { maxLength: 40 });

function play(events: readonly (readonly [JmiEvent, number])[]): {
  state: JmiState;
  done: [JmiEvent, readonly JmiEffect[]][];
} {
  let [state, now] = [NO_SESSIONS, NOW];
  const done: [JmiEvent, readonly JmiEffect[]][] = [];
  for (const [next, later] of events) {
    const [after, effects] = reduce(state, next, { own: OWN, policy: JMI_POLICY, now: (now += later) });
    state = after;
    done.push([next, effects]);
  }
  return { state, done };
}
/** The session that an effect is about. */
const about = (effect: JmiEffect): string =>
  effect.type === 'send' ? effect.message.id : effect.type === 'continue' ? effect.from : effect.id;

describe('message initiation, whatever comes in whatever order', () => {
  it('proceeds with a session once, begins it once and ends it once, and nothing follows its end', () => {
    fc.assert(
      fc.property(story, (events) => {
        const once = new Set<string>();
        const over = new Set<string>();
        for (const [, effects] of play(events).done) {
          for (const effect of effects) {
            const kind = effect.type === 'send' ? effect.message.action : effect.type;
            // A session-initiate is an IQ: every one is answered.
            if (effect.type === 'refuse') continue;
            expect(over.has(about(effect)), `${word(effect)} after the end`).to.equal(false);
            if (effect.type === 'ended' || effect.type === 'missed' || effect.type === 'continue')
              over.add(about(effect));
            const key = `${kind} ${about(effect)}`;
            expect(once.has(key), `${key} twice`).to.equal(false);
            once.add(key);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('never lets blocked people and strangers make it say or ring anything by themselves', () => {
    fc.assert(
      fc.property(story, (events) => {
        const uninvited = events.filter(([{ type }]) => type !== 'dial');
        for (const [one, effects] of play(uninvited).done) {
          if (!('caller' in one) || one.caller === 'contact') continue;
          const from = one.type === 'message' ? one.envelope.from : one.from;
          if (bareOf(from) === 'kiosk@home' || one.type === 'initiate') continue;
          const talks = effects.filter(({ type }) => type === 'send' || type === 'ring' || type === 'missed');
          // In a call that a contact began, a device of theirs that is called a stranger's may end it.
          expect(talks.filter((effect) => effect.type !== 'send' || effect.message.action !== 'finish')).to.deep.equal(
            [],
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('sends propose and retract to accounts, everything else to devices, and all to the peer', () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const [, effects] of play(events).done) {
          for (const effect of effects) {
            if (effect.type !== 'send') continue;
            const toAccount = effect.message.action === 'propose' || effect.message.action === 'retract';
            expect(effect.to.includes('/')).to.equal(!toAccount);
            expect(bareOf(effect.to)).not.to.equal(bareOf(OWN));
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('rings only so long', () => {
    fc.assert(
      fc.property(story, (events) => {
        const { state } = play([...events, [{ type: 'tick' }, 1_000_000]]);
        expect(state.sessions.filter(({ until }) => until !== null)).to.deep.equal([]);
      }),
    );
  });
});

describe('two that call each other', () => {
  /** Messages cross in any order, but those of one sender to one receiver keep theirs. */
  it('have exactly one call and agree who began it', () => {
    const uuid = fc.uuid({ version: 4 });
    fc.assert(
      fc.property(uuid, uuid, fc.array(fc.boolean(), { maxLength: 30 }), (first, second, order) => {
        const people = [ANN, 'bob@b/kiosk'] as const;
        const state: [JmiState, JmiState] = [NO_SESSIONS, NO_SESSIONS];
        const wire: [JmiEvent[], JmiEvent[]] = [[], []];
        const begun: [string[], string[]] = [[], []];
        const act = (at: 0 | 1, done: JmiEvent): void => {
          const other = at === 0 ? 1 : 0;
          const context = { own: people[at], policy: JMI_POLICY, now: NOW };
          const [after, effects] = reduce(state[at], done, context);
          state[at] = after;
          for (const effect of effects) {
            if (effect.type === 'send') wire[other].push(says(effect.message, { from: people[at], to: effect.to }));
            if (effect.type === 'initiate') {
              begun[at].push(effect.id);
              [state[at]] = reduce(state[at], { type: 'initiated', id: effect.id }, context);
              wire[other].push({
                type: 'initiate',
                id: effect.id,
                from: people[at],
                media: effect.media,
                caller: 'contact',
              });
            }
            expect(effect.type).not.to.equal('ended');
          }
        };
        act(0, { type: 'dial', id: first, peer: bareOf(people[1]), media: ['audio'] });
        act(1, { type: 'dial', id: second, peer: bareOf(people[0]), media: ['audio', 'video'] });
        const choices = [...order];
        while (wire[0].length + wire[1].length > 0) {
          const at = (choices.shift() ?? true) && wire[0].length > 0 ? 0 : wire[1].length > 0 ? 1 : 0;
          act(at, wire[at].shift()!);
        }
        const lower = first < second || (first === second && bareOf(people[0]) < bareOf(people[1])) ? 0 : 1;
        for (const { sessions } of state) {
          expect(sessions.map((session) => [session.id, session.phase])).to.deep.equal([
            [[first, second][lower], 'live'],
          ]);
        }
        expect(begun[lower]).to.have.lengthOf(1);
        expect(begun[1 - lower]).to.have.lengthOf(0);
      }),
      { numRuns: 500 },
    );
  });
});
