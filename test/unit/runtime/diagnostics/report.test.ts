import { expect } from '@open-wc/testing';
import fc from '../../support/fast-check.ts';
import type { CallRecord } from '../../../../src/runtime/call/effects.ts';
import { historyLines, statsText } from '../../../../src/runtime/diagnostics/calls-text.ts';
import type { DiagnosticFacts } from '../../../../src/runtime/diagnostics/diagnostics.ts';
import { hide } from '../../../../src/runtime/diagnostics/hide.ts';
import { report } from '../../../../src/runtime/diagnostics/report.ts';
import { browserText, versionText } from '../../../../src/runtime/diagnostics/versions.ts';

const stats = {
  audio: { packetsSent: 120, packetsReceived: 118, energyReceived: 0.2 },
  video: { framesSent: 50, framesDecoded: 48, width: 1280, height: 720 },
  relayed: false,
  roundTrip: 12.4,
};
const past = (change: Partial<CallRecord> = {}): CallRecord => ({
  callId: 'c',
  direction: 'incoming',
  peer: { accountId: 'a', contactId: 'b', address: '@anna:example.org', name: 'Anna Berger' },
  offered: { audio: true, video: true },
  began: 0,
  answered: 5_000,
  connected: 6_000,
  ended: 206_000,
  reason: 'hung_up',
  ...change,
});
const facts: DiagnosticFacts = {
  now: Date.UTC(2026, 10, 21, 13, 20, 5),
  versions: {
    card: '1.2.3',
    homeAssistant: '2026.11.0',
    userAgent:
      'Mozilla/5.0 (Linux; Android 12; SM-X200 Build/SP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Safari/537.36 Home Assistant/2026.8.1-full',
  },
  page: { secure: true, role: 'owner', language: 'de', problems: ['helpers-missing'] },
  station: {
    camera: 'camera.annas_room',
    microphone: { deviceId: 'x', label: "Anna's headset" },
    deviceCamera: null,
    dialAnyone: false,
    linkDials: false,
    scriptAnswers: true,
    scriptAnswersWithCamera: true,
    scriptHangsUp: true,
    scriptUnmutes: false,
    scriptTurnsCameraOn: false,
  },
  displays: [
    {
      ways: [
        { way: 'cast-view', capability: { can: true } },
        { way: 'stream', capability: { can: false, why: 'no_server' } },
      ],
      inUse: true,
      last: {
        at: Date.UTC(2026, 10, 20),
        way: 'cast-view',
        result: 'shown',
        size: { width: 1280, height: 720 },
        codecs: ['h264-high', 'vp8'],
      },
    },
    {
      ways: [{ way: 'cast-view', capability: { can: false, why: 'Annas TV' as 'no_view' } }],
      inUse: false,
      last: { at: 0, way: 'cast-view', result: 'gone', size: null },
    },
  ],
  protocols: ['matrix', 'xmpp'],
  accounts: [
    { protocol: 'matrix', address: '@kitchen:example.org:8448', status: { state: 'online', notice: 'no_relay' } },
    { protocol: 'xmpp', address: 'kitchen@xmpp.test/tablet', status: { state: 'degraded', reason: 'network' } },
    { protocol: 'sip', address: 'kitchen', status: { state: 'connecting' } },
  ],
  checks: [
    { id: 'camera_entity', status: 'ok', reason: 'picture', detail: { name: 'Anna’s room', milliseconds: 301 } },
    { id: 'relay', status: 'fail', reason: 'timed_out', detail: { seconds: 15, server: 'turn.example.org' } },
  ],
  history: [past(), past({ reason: 'missed', answered: null, connected: null }), past({ direction: 'outgoing' })],
  calls: [{ phase: 'active', direction: 'outgoing', stats }],
  log: [
    { at: 0, level: 'info', text: 'call-assist: a call with Anna began' },
    { at: 1_000, level: 'warn', text: 'call-assist: Anna could not be reached at @anna:example.org' },
    {
      at: 2_000,
      level: 'error',
      text: 'call-assist: camera.annas_room: no picture in time, waited 12 s (CameraError)',
    },
  ],
  names: ['Kitchen'],
};

describe('report', () => {
  it('reads like this', () => {
    expect(report(facts).split('\n')).to.deep.equal([
      'Call Assist report, 2026-11-21 13:20:05 UTC',
      '',
      'Versions',
      '- Call Assist 1.2.3',
      '- Home Assistant 2026.11.0',
      '- Chromium 140 on Android 12, Home Assistant app, WebView',
      '',
      'Page',
      '- secure, owner, language de',
      '- problem: helpers-missing',
      '',
      'Accounts',
      '- matrix at example.org:8448: online: no_relay',
      '- xmpp at xmpp.test: degraded: network',
      '- other at unknown server: connecting',
      '',
      'Call station',
      '- a camera of Home Assistant, default camera, microphone chosen, scripts may answer, scripts answer with the camera, scripts may hang up',
      '',
      'Displays',
      '- cast-view: can, stream: no_server, in use, last cast-view shown 1280 × 720 2026-11-20 00:00:00 UTC, decodes h264-high vp8',
      '- cast-view: other, last cast-view gone 1970-01-01 00:00:00 UTC',
      '',
      'Checks',
      '- camera_entity: ok, picture, 301 milliseconds',
      '- relay: fail, timed_out, 15 seconds',
      '',
      'Calls',
      '- 3 remembered: 2 incoming, 1 outgoing',
      '- 2 connected, half of them for 3 min 20 s or longer',
      '- ended: hung_up 2, missed 1',
      '- now active, outgoing; sound: 120 packets sent, 118 received; pictures: 50 sent, 48 received of 1280 × 720; directly, 12 ms there and back',
      '',
      'Last warnings and errors',
      '- 1970-01-01 00:00:01 UTC warn call-assist: … could not be reached at @…:example.org',
      '- 1970-01-01 00:00:02 UTC error call-assist: camera.…: no picture in time, waited 12 s (CameraError)',
      '',
    ]);
  });

  it('says where there is nothing', () => {
    const empty = { accounts: [], checks: [], history: [], calls: [], log: [], station: null, now: NaN };
    const text = report({ ...facts, ...empty });
    expect(text).to.contain('report, at an unknown time').and.to.contain('Accounts\n- none');
    expect(text).to.contain('- not set up').and.to.contain('- no calls remembered');
  });

  it('has the last forty warnings and errors', () => {
    const log = Array.from({ length: 60 }, (_, i) => ({ at: i, level: 'warn', text: `line ${i}` }) as const);
    const lines = report({ ...facts, log })
      .split('\n')
      .filter((line) => line.includes('line '));
    expect(lines).to.have.length(40);
    expect(lines.at(-1)).to.contain('line 59');
  });

  const letters = (least: number, most: number) =>
    fc
      .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), { minLength: least, maxLength: most })
      .map((all) => `zq${all.join('')}`);
  const from = (characters: string, least: number, most: number) =>
    fc.array(fc.constantFrom(...characters), { minLength: least, maxLength: most }).map((all) => all.join(''));
  const digits = '0123456789';
  const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  /** [what may be planted anywhere, the part of it that must not be found]. */
  const plant = fc.oneof(
    from(`${digits}abcdef`, 24, 64).map((secret) => [secret, secret]),
    from(base64, 24, 60)
      .filter((secret) => /[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret))
      .map((secret) => [secret, secret]),
    from(base64, 6, 20).map((secret) => [`syt_${secret}_${secret}`, secret]),
    letters(4, 12).map((word) => [`password=${word}`, word]),
    letters(4, 12).map((word) => [`"access_token": "${word}"`, word]),
    letters(4, 12).map((word) => [`Bearer ${word}`, word]),
    letters(4, 12).map((word) => [`@${word}:example.org`, word]),
    letters(4, 12).map((word) => [`!${word}:example.org:8448`, word]),
    letters(4, 12).map((word) => [`#${word}:example.org`, word]),
    letters(4, 12).map((word) => [`${word}.berger@example.org/tablet`, word]),
    letters(4, 12).map((word) => [`xmpp:${word}@example.org`, word]),
    letters(4, 12).map((word) => [`https://${word}:${word}@example.org/rooms/${word}?user=${word}`, word]),
    letters(4, 12).map((word) => [`she wrote "come home, ${word}" today`, word]),
    letters(4, 12).map((word) => [`camera.${word}_room`, word]),
    fc
      .ipV4()
      .map((ip) => [ip, ip])
      .filter(([, ip]) => ip!.length > 8),
    from(digits, 8, 12).map((number) => [`+49 ${number}`, number]),
  );

  it('has no secret, address or name, wherever they are planted', () => {
    const name = fc.tuple(letters(3, 10), letters(3, 10)).map((words) => words.join(' '));
    fc.assert(
      fc.property(plant, name, fc.nat(3), ([planted = '', hidden = ''], person, place) => {
        const bad = planted as never;
        const [first = ''] = person.split(' ');
        const lines = [planted, `${first}: ${planted}.`, `failed (${planted}), ${person}`, `${planted} for ${first}`];
        const text = report({
          now: 0,
          versions: { card: planted, homeAssistant: planted, userAgent: `Mozilla/5.0 ${planted} Chrome/140` },
          page: { secure: true, role: bad, language: planted, problems: [planted, person] },
          station: {
            camera: bad,
            microphone: { deviceId: planted, label: person },
            deviceCamera: { deviceId: planted, label: planted },
            dialAnyone: true,
            linkDials: false,
            scriptAnswers: true,
            scriptAnswersWithCamera: true,
            scriptHangsUp: true,
            scriptUnmutes: false,
            scriptTurnsCameraOn: false,
          },
          displays: [
            {
              ways: [{ way: bad, capability: { can: false, why: bad } }],
              inUse: false,
              last: { at: 0, way: bad, result: 'shown', size: { width: bad, height: bad } },
            },
            { ways: [], inUse: bad, last: { at: bad, way: bad, result: bad, size: null } },
          ],
          protocols: ['matrix'],
          accounts: [
            { protocol: planted, address: planted, status: { state: bad } },
            { protocol: 'matrix', address: `@${first}:example.org`, status: { state: 'degraded', reason: bad } },
          ],
          checks: [
            {
              id: 'relay',
              status: bad,
              reason: bad,
              detail: { server: planted, [planted]: 1, percent: bad },
              copy: planted,
            },
            { id: bad, status: 'ok', reason: 'failed', fix: bad },
          ],
          history: [
            past({ peer: { accountId: planted, contactId: planted, address: planted, name: person }, reason: bad }),
          ],
          calls: [{ phase: bad, direction: bad, stats: { ...stats, roundTrip: bad } }],
          log: [{ at: 0, level: 'error', text: `call-assist: ${lines[place]}` }],
          names: [],
        });
        // The server of an address may be there.
        const others = text.toLowerCase().replaceAll('example.org', '');
        expect(others).not.to.contain(hidden.toLowerCase());
        for (const part of person.split(' ')) expect(others).not.to.contain(part);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('hide', () => {
  const table: [string, string][] = [
    ['the camera gave no frame within 10 s', 'the camera gave no frame within 10 s'],
    ['Oma could not be called', '… could not be called'],
    ['Omaha stays, O-Ma too', 'Omaha stays, O-Ma too'],
    ['at wss://chat.example.org:8443/ws?u=anna', 'at wss://chat.example.org:8443/…'],
    ['helper input_text.call_assist_k_dial cannot be written', 'helper input_text.… cannot be written'],
    ['from 192.168.1.20 and fe80::1ff:fe23:4567:890a', 'from … and …'],
    ['error M_FORBIDDEN 403 after 12:05:33', 'error M_FORBIDDEN 403 after 12:05:33'],
    ['two\u2028lines', 'two lines'],
  ];
  for (const [text, result] of table)
    it(`${text} → ${result}`, () => expect(hide(text, ['Oma', '(c++)', ' '])).to.equal(result));
});

describe('versions', () => {
  const browsers: [string, string][] = [
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox 130 on Windows 10'],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1',
      'Safari 18.4 on iOS 18',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36',
      'Chromium 156 on Linux',
    ],
    ['', 'unknown on unknown'],
  ];
  for (const [agent, text] of browsers) it(text, () => expect(browserText(agent)).to.equal(text));
  for (const [version, text] of [
    ['2026.11.0b2', '2026.11.0b2'],
    ['1.0.0-rc.1', '1.0.0-rc.1'],
    ['1.0.0 by Anna', 'unknown'],
    [null, 'unknown'],
  ] as const)
    it(`${version} → ${text}`, () => expect(versionText(version)).to.equal(text));
});

describe('calls in words', () => {
  it('says what does not flow', () => {
    const silent = { ...stats.audio, energyReceived: 0 };
    const text = statsText({
      ...stats,
      audio: silent,
      video: { ...stats.video, width: 0 },
      relayed: true,
      roundTrip: null,
    });
    expect(text).to.equal(
      'sound: 120 packets sent, 118 received, all of them silent; pictures: 50 sent, 48 received; through a relay',
    );
    expect(statsText({ ...stats, relayed: null, roundTrip: null })).to.match(/; no path yet$/);
  });
  it('counts calls that never were', () => {
    const lines = historyLines([past({ connected: null, reason: 'no_answer' })]);
    expect(lines).to.deep.equal(['1 remembered: 1 incoming, 0 outgoing', 'none was connected', 'ended: no_answer 1']);
  });
});
