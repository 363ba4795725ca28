import { expect } from '@open-wc/testing';
import fc from '../../../../support/fast-check.ts';
import { parseXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { JingleError, type JingleProblem } from '../../../../../../src/runtime/providers/xmpp/jingle/errors.ts';
import { readJingle } from '../../../../../../src/runtime/providers/xmpp/jingle/read.ts';
import { newSession } from '../../../../../../src/runtime/providers/xmpp/jingle/session.ts';
import { localAnswer } from '../../../../../../src/runtime/providers/xmpp/jingle/session-local.ts';
import { receive } from '../../../../../../src/runtime/providers/xmpp/jingle/session-receive.ts';
import { readSdp } from '../../../../../../src/runtime/providers/xmpp/jingle/sdp-read.ts';
import {
  OPUS,
  PWD,
  SHAPES,
  audio,
  candidate,
  content,
  description,
  fingerprint,
  jingle,
  transport,
  video,
} from './support/shapes.ts';
import { start } from './support/side.ts';

const begin = (xml: string) => receive(newSession(start('responder')), readJingle(parseXml(xml)));
const initiate = (inner: string) => jingle('session-initiate', inner);
const voice = description('audio', OPUS);
const many = (count: number, one: string) => one.repeat(count);

const BAD: readonly [string, JingleProblem, string][] = [
  ['no XML', 'malformed', '<jingle'],
  ['another element', 'malformed', `<other xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='a'/>`],
  ['another namespace', 'malformed', `<jingle xmlns='urn:xmpp:jingle:0' action='session-initiate' sid='a'/>`],
  ['no action', 'unknown-action', `<jingle xmlns='urn:xmpp:jingle:1' sid='a'/>`],
  ['an unknown action', 'unknown-action', jingle('session-explode', '')],
  ['no sid', 'malformed', jingle('session-initiate', audio(), '')],
  ['a sid with a line break', 'malformed', jingle('session-initiate', audio(), `sid='a&#13;'`)],
  ['no contents', 'unsupported-application', initiate('')],
  ['a content without creator', 'malformed', initiate(content('audio', voice + transport(), ''))],
  [
    'a content that we are said to have created',
    'malformed',
    initiate(content('a', voice + transport(), `creator='responder'`)),
  ],
  ['a content without name', 'malformed', initiate(content('', voice + transport()))],
  ['two contents of one name', 'malformed', initiate(audio() + audio())],
  ['senders of nobody', 'malformed', initiate(content('a', voice + transport(), `creator='initiator' senders='all'`))],
  [
    'files',
    'unsupported-application',
    initiate(content('a', `<description xmlns='urn:xmpp:jingle:apps:file-transfer:5'/>${transport()}`)),
  ],
  ['no codecs', 'unsupported-application', initiate(audio('a', description('audio', '<rtcp-mux/>') + transport()))],
  [
    'another transport',
    'unsupported-transport',
    initiate(audio('a', `${voice}<transport xmlns='urn:xmpp:jingle:transports:raw-udp:1'/>`)),
  ],
  [
    'RTCP on a way of its own',
    'unsupported-transport',
    initiate(audio('a', description('audio', OPUS.replace('<rtcp-mux/>', '')) + transport())),
  ],
  ['no fingerprint', 'insecure', initiate(audio('a', voice + transport('')))],
  ['no setup', 'malformed', initiate(audio('a', voice + transport(fingerprint().replace(`setup='actpass'`, ''))))],
  ['a fingerprint that is none', 'malformed', initiate(audio('a', voice + transport(fingerprint('actpass', 'AB:CD'))))],
  ['an unknown hash', 'malformed', initiate(audio('a', voice + transport(fingerprint('actpass', undefined, 'md5'))))],
  ['neither ufrag nor pwd', 'malformed', initiate(audio('a', voice + transport(fingerprint(), '')))],
  ['no ufrag', 'malformed', initiate(audio('a', voice + transport(fingerprint(), `pwd='${PWD}'`)))],
  ['no pwd', 'malformed', initiate(audio('a', voice + transport(fingerprint(), `ufrag='abcd'`)))],
  ['a short pwd', 'malformed', initiate(audio('a', voice + transport(fingerprint(), `ufrag='abcd' pwd='short'`)))],
  [
    'a ufrag that breaks its line',
    'malformed',
    initiate(audio('a', voice + transport(fingerprint(), `ufrag='abcd&#10;a=x' pwd='${PWD}'`))),
  ],
  [
    'a parameter that breaks its line',
    'malformed',
    initiate(audio('a', description('audio', OPUS.replace(`value='1'`, `value='1&#10;a=inactive'`)) + transport())),
  ],
  [
    'a codec with a space',
    'malformed',
    initiate(audio('a', description('audio', OPUS.replace(`'opus'`, `'o pus'`)) + transport())),
  ],
  [
    'a codec without its rate',
    'malformed',
    initiate(audio('a', description('audio', OPUS.replace(`clockrate='48000'`, '')) + transport())),
  ],
  [
    'a type that is no number',
    'malformed',
    initiate(audio('a', description('audio', OPUS.replace(`'111'`, `'1e2'`)) + transport())),
  ],
  [
    'a type out of range',
    'malformed',
    initiate(audio('a', description('audio', OPUS.replace(`'111'`, `'128'`)) + transport())),
  ],
  [
    'a port out of range',
    'malformed',
    initiate(audio('a', voice + transport(fingerprint() + candidate().replace('5000', '66000')))),
  ],
  [
    'an address that breaks its line',
    'malformed',
    initiate(audio('a', voice + transport(fingerprint() + candidate().replace('192.0.2.1', '1 typ host')))),
  ],
  [
    'an unknown kind of candidate',
    'malformed',
    initiate(audio('a', voice + transport(fingerprint() + candidate().replace(`'host'`, `'ghost'`)))),
  ],
  [
    'thousands of candidates',
    'too-large',
    initiate(audio('a', voice + transport(fingerprint() + many(5_000, candidate())))),
  ],
  ['thousands of elements', 'too-large', initiate(many(40_000, '<x/>'))],
  ['too many contents', 'too-large', initiate(Array.from({ length: 17 }, (_, index) => audio(`a${index}`)).join(''))],
  ['too many codecs', 'too-large', initiate(audio('a', description('audio', many(200, OPUS)) + transport()))],
  ['endless depth', 'too-large', initiate(`${many(100, '<x>')}${many(100, '</x>')}`)],
  [
    'a huge value',
    'too-large',
    initiate(audio('a', description('audio', OPUS.replace(`value='1'`, `value='${'1'.repeat(2_000)}'`)) + transport())),
  ],
  [
    'values that are too much together',
    'too-large',
    initiate(
      audio(
        'a',
        description(
          'audio',
          many(
            100,
            OPUS.replace(`value='1'`, `value='${'1'.repeat(900)}'`).replace(
              '<parameter',
              `${many(2, `<parameter name='x' value='${'1'.repeat(900)}'/>`)}<parameter`,
            ),
          ),
        ) + transport(),
      ),
    ),
  ],
  ['a megabyte', 'too-large', initiate(audio('a'.repeat(1_000_000)))],
  ['unknown information', 'unknown-info', jingle('session-info', `<dance xmlns='urn:example'/>`)],
];

describe('bad input', () => {
  for (const [what, problem, xml] of BAD) {
    it(`with ${what} is ${problem}`, () => {
      expect(() => begin(xml))
        .to.throw(JingleError)
        .with.property('problem', problem);
    });
  }

  it('tells nothing of the values in its message', () => {
    expect(() => begin(initiate(audio('a', voice + transport(fingerprint(), `ufrag='abcd' pwd='secret!'`))))).to.throw(
      /^malformed: pwd$/,
    );
  });

  for (const action of [
    'session-accept',
    'transport-info',
    'content-add',
    'content-accept',
    'session-info',
    'transport-accept',
  ]) {
    it(`${action} before there is a session is out of order`, () => {
      expect(() => begin(jingle(action, action === 'session-info' ? '' : audio())))
        .to.throw(JingleError)
        .with.property('problem', 'out-of-order');
    });
  }

  it('of SDP is a JingleError too', () => {
    const bad: readonly [string, JingleProblem][] = [
      ['v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n', 'unsupported-application'],
      ['v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n', 'malformed'],
      ['v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\na=setup:actpass\r\n', 'insecure'],
      ['v'.repeat(300_000), 'too-large'],
    ];
    for (const [sdp, problem] of bad) {
      expect(() => readSdp(sdp, 'initiator'))
        .to.throw(JingleError)
        .with.property('problem', problem);
    }
  });

  /** Whatever is changed in a real session: it is taken, by us and then without a line too many, or it is refused. */
  it('of 2,000 mutated sessions ends in a JingleError or in SDP of as many lines as it should have', () => {
    const shapes = Object.values(SHAPES);
    const odd = fc.constantFrom(
      '',
      '-1',
      '0',
      '99999999999',
      'a b',
      '&#10;a=inactive',
      '&#13;&#10;',
      'é',
      '\u2028',
      ':',
      'x'.repeat(1_100),
      '__proto__',
      'both',
      'NaN',
      '1.5',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('value', 'drop', 'tag'), odd), { minLength: 1, maxLength: 3 }),
        (shape, changes) => {
          let xml = shape;
          for (const [at, how, value] of changes) {
            const places = [...xml.matchAll(how === 'tag' ? /<[a-z-]+(?= |\/|>)/g : / [a-z-]+='[^']*'/g)];
            const place = places[at % places.length];
            if (!place) continue;
            const text =
              how === 'drop'
                ? ''
                : how === 'tag'
                  ? `${place[0]} odd='${value}'`
                  : place[0].replace(/'.*'/, `'${value}'`);
            xml = xml.slice(0, place.index) + text + xml.slice(place.index + place[0].length);
          }
          try {
            const { description: taken, candidates } = begin(xml);
            const lines = [...taken!.sdp.split('\r\n'), ...candidates.map((one) => one.candidate!)];
            for (const line of lines) expect(line).to.match(/^(([a-z]=|candidate:)[^\r\n\u2028]*)?$/);
            expect(taken!.sdp.match(/^a=(sendrecv|sendonly|recvonly|inactive)\r?$/gm)).to.have.lengthOf(
              taken!.sdp.match(/^m=/gm)!.length,
            );
          } catch (error) {
            if (!(error instanceof JingleError)) throw error;
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('of ours is out of order where nothing is to be answered', () => {
    expect(() => localAnswer(newSession(start('initiator')), '')).to.throw(JingleError);
    expect(() => begin(initiate(video())).session).not.to.throw();
  });
});
