import { expect } from '@open-wc/testing';
import { JingleError, type JingleProblem } from '../../../../../../src/runtime/providers/xmpp/jingle/errors.ts';
import { newSession } from '../../../../../../src/runtime/providers/xmpp/jingle/session.ts';
import {
  localInfo,
  muteInfo,
  mutedMedia,
  terminate,
} from '../../../../../../src/runtime/providers/xmpp/jingle/session-info.ts';
import {
  localAnswer,
  localCandidates,
  localOffer,
} from '../../../../../../src/runtime/providers/xmpp/jingle/session-local.ts';
import { refused, withdraw } from '../../../../../../src/runtime/providers/xmpp/jingle/session-receive.ts';
import { agreed, sdp, take } from './support/agreed.ts';
import { PWD, audio, candidate, content, jingle, transport, video } from './support/shapes.ts';
import { start } from './support/side.ts';

const two = [{ mid: '0' }, { mid: '1', kind: 'video' as const }];
const adds = (session = agreed('initiator')) => localOffer(session, sdp(two));
const theirVideo = (creator: string, name = 'v') =>
  content(name, video().replace(/<\/?content[^>]*>/g, ''), `creator='${creator}'`);
const bare = (name: string, attributes: string) => content(name, '', attributes);
const ways = (inner: string, attributes?: string) =>
  jingle('transport-info', content('0', transport(inner, attributes)));
const problem = (what: JingleProblem, task: () => unknown) =>
  expect(task).to.throw(JingleError).with.property('problem', what);

describe('content-add', () => {
  it('of ours waits for their answer, and takes content-accept', () => {
    const { session, send, description } = adds();
    expect(send.map(({ action }) => action)).to.deep.equal(['content-add']);
    expect(send[0]!.contents.map(({ creator, name }) => `${creator} ${name}`)).to.deep.equal(['initiator 1']);
    expect([session.turn, description]).to.deep.equal(['theirs', null]);
    const answer = take(session, jingle('content-accept', video('1')));
    expect(answer.description!.type).to.equal('answer');
    expect(answer.session.turn).to.equal('none');
    expect(answer.description!.sdp).to.contain('m=video 9').and.to.contain('a=setup:passive');
  });
  for (const [how, step] of [
    ['content-reject', () => take(adds().session, jingle('content-reject', bare('1', `creator='initiator'`)))],
    ['an error', () => refused(adds().session, adds().send[0]!)],
    ['content-remove', () => take(adds().session, jingle('content-remove', bare('1', `creator='initiator'`)))],
  ] as const) {
    it(`of ours is over with ${how}; its place stays`, () => {
      const { session, description } = step();
      expect(description!.sdp).to.contain('m=video 0 ');
      expect(session.sections.map(({ state }) => state)).to.deep.equal(['open', 'closed']);
      // The browser uses the place again, with another mid.
      const again = localOffer(session, sdp([{ mid: '0' }, { mid: '2', kind: 'video' }]));
      expect(again.send.map(({ action, contents }) => `${action} ${contents[0]!.name}`)).to.deep.equal([
        'content-add 2',
      ]);
    });
  }
  it('of both at once: that of the initiator wins', () => {
    problem('tie-break', () => take(adds().session, jingle('content-add', theirVideo('responder'))));
    const ours = adds(agreed('responder'));
    const theirs = take(ours.session, jingle('content-add', theirVideo('initiator')));
    expect(theirs.session.sections.map(({ name, creator }) => `${name} ${creator}`)).to.deep.equal([
      '0 initiator',
      'v initiator',
    ]);
    expect(theirs.description!.type).to.equal('offer');
    // The error that ours gets then changes nothing.
    expect(refused(theirs.session, ours.send[0]!).session).to.equal(theirs.session);
  });
  it('of theirs with nothing that we speak is rejected', () => {
    const { send, description } = take(agreed('initiator'), jingle('content-add', bare('f', `creator='responder'`)));
    expect(send.map(({ action, contents }) => `${action} ${contents[0]!.name}`)).to.deep.equal(['content-reject f']);
    expect(description).to.equal(null);
  });
  it('of theirs is rejected if the browser does not take it', () => {
    const { session } = take(agreed('initiator'), jingle('content-add', theirVideo('responder', '1')));
    const { send } = localAnswer(
      session,
      sdp([{ mid: '0' }, { mid: '1', kind: 'video', rejected: true }], 'ours', 'active'),
    );
    expect(send.map(({ action }) => action)).to.deep.equal(['content-reject']);
  });
  it('of theirs may have the name of one of ours, or one that is closed; not one of their own', () => {
    const { session } = take(agreed('initiator'), jingle('content-add', theirVideo('responder', '0')));
    expect(session.sections.map(({ mid }) => mid)).to.deep.equal(['0', 'x1']);
    problem('malformed', () => take(agreed('responder'), jingle('content-add', theirVideo('initiator', '0'))));
  });
  it('of theirs may say that the initiator has made it, as Dino does', () => {
    const { session } = take(agreed('initiator'), jingle('content-add', theirVideo('initiator')));
    expect(session.sections.map(({ creator, state }) => [creator, state])).to.deep.equal([
      ['initiator', 'open'],
      ['initiator', 'added'],
    ]);
    problem('malformed', () => take(agreed('initiator'), jingle('content-add', theirVideo('initiator', '0'))));
    problem('malformed', () => take(agreed('responder'), jingle('content-add', theirVideo('responder'))));
  });
  it('of theirs has to wait for our answer to the last one', () => {
    const { session } = take(agreed('initiator'), jingle('content-add', theirVideo('responder')));
    problem('out-of-order', () => take(session, jingle('content-add', theirVideo('responder', 'w'))));
    problem('out-of-order', () => localOffer(session, sdp(two)));
  });
});

describe('content-modify and content-remove', () => {
  it('turn a direction as seen from the other side', () => {
    const { session, description } = take(
      agreed('initiator'),
      jingle('content-modify', bare('0', `creator='initiator' senders='initiator'`)),
    );
    expect(description).to.deep.include({ type: 'offer' });
    expect(description!.sdp).to.contain('a=recvonly');
    expect(session.sections[0]!.senders).to.equal('initiator');
  });
  it('that change nothing are only acknowledged', () => {
    const session = agreed('initiator');
    expect(take(session, jingle('content-modify', bare('0', `creator='initiator' senders='both'`))).session).to.equal(
      session,
    );
  });
  it('of ours need no answer', () => {
    const { send, description, session } = localOffer(agreed('initiator'), sdp([{ mid: '0', direction: 'sendonly' }]));
    expect(send.map(({ action, contents }) => `${action} ${contents[0]!.senders}`)).to.deep.equal([
      'content-modify initiator',
    ]);
    expect(description!.sdp).to.contain('a=recvonly');
    expect(session.turn).to.equal('none');
  });
  it('of theirs hold in an ICE restart of ours, which asks for no more again', () => {
    const narrowed = take(
      agreed('initiator'),
      jingle('content-modify', bare('0', `creator='initiator' senders='responder'`)),
    );
    const { session } = localAnswer(narrowed.session, sdp([{ mid: '0', direction: 'recvonly' }], 'ours', 'active'));
    // What the browser wants is not what it may.
    const restarted = localOffer(session, sdp([{ mid: '0' }], 'our2'));
    expect(restarted.send.map(({ action }) => action)).to.deep.equal(['transport-info']);
    const done = take(restarted.session, ways('', `ufrag='newu' pwd='${PWD}'`));
    expect(done.description).to.deep.include({ type: 'answer' });
    expect(done.description!.sdp).to.contain('a=sendonly');
  });
  it('end the session with its last content', () => {
    expect(take(agreed('initiator'), jingle('content-remove', bare('0', `creator='initiator'`))).ended).to.deep.equal({
      reason: 'success',
    });
  });
  it('are refused about a content that is not there', () => {
    for (const action of ['content-modify', 'content-remove', 'transport-info']) {
      problem('unknown-content', () =>
        take(agreed('initiator'), jingle(action, bare('9', `creator='initiator' senders='both'`))),
      );
    }
    problem('malformed', () => take(agreed('initiator'), jingle('content-modify', bare('0', `creator='initiator'`))));
  });
  it('mean the only content of that name where the creator is wrong', () => {
    expect(
      take(agreed('initiator'), jingle('content-modify', bare('0', `creator='responder' senders='none'`))).description!
        .sdp,
    ).to.contain('a=inactive');
  });
});

describe('transport-info', () => {
  it('brings candidates, with and without credentials, and none of others', () => {
    const session = agreed('initiator');
    const [one] = take(session, ways(candidate())).candidates;
    expect(one).to.deep.include({ sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'ufr4' });
    for (const attributes of ['', `ufrag='ufr4'`])
      expect(take(session, ways(candidate(), attributes)).candidates).to.have.lengthOf(1);
    expect(take(session, ways(candidate(), `ufrag='othr'`)).candidates).to.deep.equal([]);
    problem('malformed', () => take(session, ways(candidate(), `ufrag='ufr4' pwd='${PWD}x'`)));
    problem('unsupported-transport', () => take(session, jingle('transport-info', bare('0', `creator='initiator'`))));
  });
  it('before session-accept is held for it', () => {
    const { session } = localOffer(newSession(start('initiator')), sdp([{ mid: '0' }]));
    const early = take(session, ways(candidate()));
    expect(early.candidates).to.deep.equal([]);
    expect(take(early.session, jingle('session-accept', audio('0'))).candidates).to.have.lengthOf(1);
  });
  it('with new credentials restarts ICE, for all of a bundle, with actpass', () => {
    const { description, candidates, session } = take(
      agreed('initiator'),
      ways(candidate(), `ufrag='newu' pwd='${PWD}'`),
    );
    expect(description!.type).to.equal('offer');
    expect(description!.sdp).to.contain('a=ice-ufrag:newu').and.to.contain('a=setup:actpass');
    expect(candidates).to.have.lengthOf(1);
    const { send } = localAnswer(session, sdp([{ mid: '0' }], 'our2', 'active'));
    expect(send.map(({ action, contents }) => `${action} ${contents[0]!.transport!.ufrag}`)).to.deep.equal([
      'transport-info our2',
    ]);
  });
  it('answers our restart, whose candidates are of the next generation', () => {
    const ours = localOffer(agreed('responder'), sdp([{ mid: '0' }], 'our2'));
    expect(ours.send.map(({ action, contents }) => `${action} ${contents[0]!.transport!.ufrag}`)).to.deep.equal([
      'transport-info our2',
    ]);
    const found = { candidate: 'candidate:1 1 udp 1 192.0.2.1 5000 typ host', sdpMid: '0' };
    const sent = localCandidates(ours.session, [found, { ...found, usernameFragment: 'ours' }]);
    expect(sent!.contents[0]!.transport!.candidates.map(({ generation }) => generation)).to.deep.equal([1]);
    const { description } = take(ours.session, ways(candidate(), `ufrag='newu' pwd='${PWD}'`));
    expect(description!.type).to.equal('answer');
    expect(description!.sdp).to.contain('a=setup:passive');
  });
  it('is not sent for what no peer uses', () => {
    const session = agreed('initiator');
    for (const line of [
      '',
      'candidate:1 1 tcp 1 192.0.2.1 9 typ host tcptype active',
      'candidate:1 2 udp 1 192.0.2.1 9 typ host',
      'nonsense',
    ]) {
      expect(localCandidates(session, [{ candidate: line, sdpMid: '0' }])).to.equal(null);
    }
    expect(
      localCandidates(session, [
        { candidate: 'candidate:1 1 udp 1 ::1 9 typ relay raddr 0.0.0.0 rport 0', sdpMLineIndex: 0 },
      ]),
    ).not.to.equal(null);
  });
});

describe('session-accept', () => {
  it('without one of our contents refuses that one', () => {
    const { session } = localOffer(newSession(start('initiator')), sdp(two));
    const { description } = take(session, jingle('session-accept', audio('0')));
    expect(description!.sdp).to.contain('m=audio 9 ').and.to.contain('m=video 0 ').and.not.to.contain('BUNDLE');
  });
  it('with none of them, or other media, is no answer', () => {
    const { session } = localOffer(newSession(start('initiator')), sdp(two));
    problem('unsupported-application', () => take(session, jingle('session-accept', '')));
    problem('unknown-content', () => take(session, jingle('session-accept', audio('9'))));
    problem('malformed', () => take(session, jingle('session-accept', video('0'))));
    problem('out-of-order', () => take(agreed('initiator'), jingle('session-accept', audio('0'))));
    problem('out-of-order', () => take(session, jingle('content-add', theirVideo('responder'))));
  });
});

describe('everything else of a session', () => {
  it('session-info says what is muted', () => {
    const { session } = take(adds().session, jingle('content-accept', video('1')));
    const info = (inner: string) => take(session, jingle('session-info', inner)).info;
    const mute = (attributes: string) => info(`<mute xmlns='urn:xmpp:jingle:apps:rtp:info:1' ${attributes}/>`);
    expect(mutedMedia(session, mute(`creator='initiator' name='1'`)[0]!)).to.deep.equal(['video']);
    expect(mutedMedia(session, mute('')[0]!)).to.deep.equal(['audio', 'video']);
    expect(mutedMedia(session, mute(`name='9'`)[0]!)).to.deep.equal([]);
    expect(
      info(`<ringing xmlns='urn:xmpp:jingle:apps:rtp:info:1'/><hold xmlns='urn:xmpp:jingle:apps:rtp:info:1'/>`),
    ).to.deep.equal([{ type: 'ringing' }, { type: 'hold' }]);
    expect(mutedMedia(session, { type: 'hold' })).to.deep.equal([]);
    expect(info('')).to.deep.equal([]);
    expect(localInfo(session, muteInfo(session, 'video', true)).info).to.deep.equal([
      { type: 'mute', creator: 'initiator', name: '1' },
    ]);
    expect(muteInfo(agreed('initiator'), 'video', false)).to.deep.equal([]);
    expect(muteInfo(agreed('initiator'), 'audio', false)).to.deep.equal([
      { type: 'unmute', creator: 'initiator', name: '0' },
    ]);
  });
  it('session-terminate ends it with its reason', () => {
    const reason = '<reason><busy/><text>later</text></reason>';
    expect(take(agreed('initiator'), jingle('session-terminate', reason)).ended).to.deep.equal({ reason: 'busy' });
    expect(take(agreed('initiator'), jingle('session-terminate', '')).ended).to.deep.equal({ reason: null });
    expect(terminate(agreed('initiator'), 'success')).to.deep.include({
      action: 'session-terminate',
      reason: 'success',
    });
  });
  it('another transport is refused, hints are taken for nothing', () => {
    const session = agreed('initiator');
    expect(take(session, jingle('transport-replace', bare('0', `creator='initiator'`))).send[0]!.action).to.equal(
      'transport-reject',
    );
    for (const action of ['description-info', 'security-info'])
      expect(take(session, jingle(action, '')).session).to.equal(session);
    problem('out-of-order', () => take(session, jingle('transport-accept', '')));
  });
  it('an answer that takes nothing is none', () => {
    const { session } = take(newSession(start('responder')), jingle('session-initiate', audio('0')));
    problem('unsupported-application', () =>
      localAnswer(session, sdp([{ mid: '0', rejected: true }], 'ours', 'active')),
    );
  });
});

describe('an offer of ours that nobody answers', () => {
  it('is taken back: what it added is removed, and can be offered again', () => {
    const { session, send } = withdraw(adds().session);
    expect(send.map(({ action, contents }) => `${action} ${contents[0]!.name}`)).to.deep.equal(['content-remove 1']);
    expect([session.turn, session.sections.length]).to.deep.equal(['none', 1]);
    expect(adds(session).send.map(({ action }) => action)).to.deep.equal(['content-add']);
  });
  it('is as if it had not been where it was an ICE restart', () => {
    const before = agreed('responder');
    const restarted = localOffer(before, sdp([{ mid: '0' }], 'other'));
    expect(restarted.session.turn).to.equal('theirs');
    const { session, send } = withdraw(restarted.session);
    expect(send).to.deep.equal([]);
    expect(session.sections).to.deep.equal(before.sections);
  });
  it('is not there while none waits, and session-initiate is none that can be taken back', () => {
    problem('out-of-order', () => withdraw(agreed('initiator')));
    problem('out-of-order', () => withdraw(localOffer(newSession(start('initiator')), sdp(two)).session));
  });
});
