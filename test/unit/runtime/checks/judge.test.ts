import { expect } from '@open-wc/testing';
import type { CheckDetail, Verdict, CheckId } from '../../../../src/runtime/checks/checks.ts';
import {
  type CameraEntityFacts,
  type CameraFacts,
  type MicrophoneFacts,
  type RelayFacts,
  judgeCamera,
  judgeCameraEntity,
  judgeMicrophone,
  judgeRelay,
} from '../../../../src/runtime/checks/judge-media.ts';
import {
  judgeHomeAssistant,
  judgeNotifications,
  judgeSecure,
  judgeSound,
  judgeStart,
  judgeStorage,
  judgeWakeLock,
  type StartFacts,
  type StorageFacts,
} from '../../../../src/runtime/checks/judge-page.ts';

/** "status reason fix", and what the sentence is filled with. */
const short = ({ status, reason, fix }: Verdict<CheckId>): string => [status, reason, ...(fix ? [fix] : [])].join(' ');
type Row<Facts> = [Facts, string, CheckDetail?];

function table<Facts>(what: string, judge: (facts: Facts) => Verdict<CheckId>, rows: readonly Row<Facts>[]): void {
  describe(what, () => {
    for (const [facts, expected, detail] of rows) {
      it(`${JSON.stringify(facts)} → ${expected}`, () => {
        const verdict = judge(facts);
        expect(short(verdict)).to.equal(expected);
        if (detail) expect(verdict.detail).to.deep.equal(detail);
      });
    }
  });
}

table('judgeSecure', judgeSecure, [
  [{ secure: true, origin: 'https://home.test' }, 'ok secure'],
  [
    { secure: false, origin: 'http://192.0.2.1:8123' },
    'fail insecure_page get_https',
    { origin: 'http://192.0.2.1:8123' },
  ],
]);

table('judgeHomeAssistant', judgeHomeAssistant, [
  [{ roundTrip: 12.4, suspends: false }, 'ok stays_connected', { milliseconds: 12 }],
  [{ roundTrip: 12, suspends: null }, 'ok hidden_unknown'],
  [{ roundTrip: 2_001, suspends: false }, 'warn slow', { milliseconds: 2_001 }],
  [{ roundTrip: 2_001, suspends: true }, 'warn suspends_when_hidden turn_off_suspend'],
  [{ roundTrip: null, suspends: true }, 'fail away wait_for_home_assistant'],
]);

const start: StartFacts = {
  moduleUrl: 'https://home.test/hacsfiles/call-assist/call-assist-card.js?hacstag=1234',
  homeAssistantUrl: 'https://home.test/',
  pageImports: ['/frontend_latest/core.js', '/hacsfiles/other/call-assist.js'],
};
table('judgeStart', judgeStart, [
  [start, 'warn starts_with_dashboard add_extra_module'],
  [{ ...start, pageImports: ['/local/community/call-assist/call-assist-card.js?x#y'] }, 'ok starts_everywhere'],
]);

describe('the line for extra_module_url', () => {
  const line = (moduleUrl: string): string | undefined => judgeStart({ ...start, moduleUrl }).copy;
  it('has the path without what changes at each update', () => {
    expect(line(start.moduleUrl)).to.equal(
      'frontend:\n  extra_module_url:\n    - /hacsfiles/call-assist/call-assist-card.js\n',
    );
  });
  it('keeps a query that somebody chose, and the address of another server', () => {
    expect(line('https://home.test/local/call-assist-card.js?v=2')).to.contain('- /local/call-assist-card.js?v=2\n');
    expect(line('https://cdn.test/call-assist-card.js')).to.contain('- https://cdn.test/call-assist-card.js\n');
  });
  it('quotes what YAML would read otherwise', () => {
    expect(line("https://home.test/local/a'b/call-assist-card.js")).to.contain(`- "/local/a'b/call-assist-card.js"\n`);
  });
});

const stored: StorageFacts = { problem: null, persisted: true, asked: false, quota: 2e9, usage: 1e6 };
table('judgeStorage', judgeStorage, [
  [stored, 'ok storage_kept', { megabytes: 1_999 }],
  [{ ...stored, persisted: null, quota: null }, 'ok storage_kept'],
  [{ ...stored, persisted: false }, 'warn storage_may_be_cleared persist_storage'],
  [{ ...stored, persisted: false, asked: true }, 'ok storage_not_promised'],
  [{ ...stored, usage: 2e9 - 1e6 }, 'warn storage_nearly_full free_storage', { megabytes: 1 }],
  [{ ...stored, usage: 3e9 }, 'warn storage_nearly_full free_storage', { megabytes: 0 }],
  [{ ...stored, problem: 'full' }, 'fail storage_nearly_full free_storage'],
  [{ ...stored, problem: 'unavailable' }, 'fail storage_unavailable allow_storage', { problem: 'unavailable' }],
]);

const sounding = { available: true, running: true, touched: true, untouched: null };
table('judgeSound', judgeSound, [
  [sounding, 'ok plays'],
  [{ ...sounding, touched: false }, 'ok plays'],
  [{ ...sounding, untouched: true }, 'ok plays'],
  [{ ...sounding, untouched: false }, 'warn needs_touch allow_autoplay'],
  [{ ...sounding, running: false }, 'fail blocked allow_autoplay'],
  [{ ...sounding, running: false, touched: false }, 'warn needs_touch touch_once'],
  [{ ...sounding, available: false }, 'fail no_sound'],
]);

table('judgeWakeLock', judgeWakeLock, [
  [{ supported: true, visible: true, granted: true }, 'ok stays_on'],
  [{ supported: true, visible: true, granted: false }, 'warn refused keep_screen_on'],
  [{ supported: true, visible: false, granted: false }, 'skipped page_hidden'],
  [{ supported: false, visible: true, granted: false }, 'warn not_supported keep_screen_on'],
]);

const microphone: MicrophoneFacts = { problem: null, device: 'Desk', wanted: null, peak: 0.5 };
table('judgeMicrophone', judgeMicrophone, [
  [microphone, 'ok heard', { device: 'Desk', percent: 50 }],
  [{ ...microphone, device: '', peak: 3 }, 'ok heard', { percent: 100 }],
  [{ ...microphone, peak: 0.001 }, 'ok quiet', { device: 'Desk', percent: 0 }],
  [{ ...microphone, peak: 0 }, 'warn silent speak_to_microphone', { device: 'Desk' }],
  [{ ...microphone, peak: 0, wanted: 'Wall' }, 'warn silent speak_to_microphone'],
  [{ ...microphone, wanted: 'Wall' }, 'warn other_device choose_device', { device: 'Desk', wanted: 'Wall' }],
  [{ ...microphone, peak: null }, 'ok level_unknown'],
  [{ ...microphone, problem: 'denied' }, 'fail denied allow_microphone'],
  [{ ...microphone, problem: 'not_found' }, 'fail missing plug_in_microphone'],
  [{ ...microphone, problem: 'in_use' }, 'fail in_use close_other_app'],
  [{ ...microphone, problem: 'insecure_page' }, 'fail insecure_page get_https'],
  [{ ...microphone, problem: 'failed' }, 'fail failed close_other_app'],
]);

const camera: CameraFacts = { problem: null, device: 'Front', wanted: null, size: { width: 1280, height: 720 } };
table('judgeCamera', judgeCamera, [
  [camera, 'ok picture', { device: 'Front', width: 1280, height: 720 }],
  [{ ...camera, device: '', wanted: 'Rear' }, 'warn other_device choose_device'],
  [{ ...camera, size: null }, 'fail no_picture close_other_app'],
  [{ ...camera, problem: 'denied' }, 'fail denied allow_camera'],
  [{ ...camera, problem: 'not_found' }, 'fail missing plug_in_camera'],
]);

const door: CameraEntityFacts = { name: 'Door', path: 'webrtc', problem: null, milliseconds: 300.6 };
table('judgeCameraEntity', judgeCameraEntity, [
  [door, 'ok picture', { name: 'Door', milliseconds: 301 }],
  [{ ...door, path: 'hls' }, 'warn picture_late look_at_camera'],
  [{ ...door, path: null, problem: 'not_found' }, 'fail not_found choose_camera', { name: 'Door' }],
  [{ ...door, path: null, problem: 'unavailable' }, 'fail unavailable look_at_camera'],
  [{ ...door, path: null, problem: 'not_supported' }, 'fail not_supported choose_camera'],
  [{ ...door, path: null, problem: 'timeout' }, 'fail no_picture look_at_camera'],
]);

const relay: RelayFacts = { servers: ['a.test:3478', 'b.test'], milliseconds: null, malformed: false, codes: [] };
table('judgeRelay', judgeRelay, [
  [{ ...relay, milliseconds: 40 }, 'ok reachable', { server: 'a.test:3478, b.test', milliseconds: 40 }],
  [{ ...relay, servers: [] }, 'warn no_relay set_up_relay'],
  [{ ...relay, malformed: true }, 'fail bad_address check_relay'],
  [{ ...relay, codes: [701, 401] }, 'fail credentials_refused check_relay'],
  [{ ...relay, codes: [701] }, 'fail unreachable check_relay'],
  [relay, 'fail unreachable check_relay'],
]);

table('judgeNotifications', judgeNotifications, [
  ['granted', 'ok shown'],
  ['default', 'skipped not_asked allow_notifications'],
  ['denied', 'skipped blocked'],
  [null, 'skipped not_supported'],
]);
