import type { CallPhase } from '../call/call.ts';
import { ANY_REASONS, CHECK_IDS, CHECK_REASONS, CHECK_STATUSES, type CheckResult } from '../checks/checks.ts';
import type { LogLine } from '../platform/logger.ts';
import type { AccountStatus } from '../providers/provider.ts';
import type { StationSwitch } from '../storage/storage.ts';
import { historyLines, statsText } from './calls-text.ts';
import type { DiagnosticFacts } from './diagnostics.ts';
import { displayText } from './displays-text.ts';
import { hide } from './hide.ts';
import { browserText, versionText } from './versions.ts';

/** How many of the last warnings and errors it has. */
const LINES = 40;
const OTHER = 'other';

/**
 * The text behind "Copy report", in English, for those who are asked for help. It has no secret, nothing of messages,
 * no name of a person or place, and of addresses the server only. Words that are not known to be harmless are not
 * repeated, so what comes from outside can only be a number, or a line of the log with holes in it.
 */
export function report(facts: DiagnosticFacts): string {
  const { versions, page, station, accounts, checks, calls, log } = facts;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      'Versions',
      [
        `Call Assist ${versionText(versions.card)}`,
        `Home Assistant ${versionText(versions.homeAssistant)}`,
        browserText(versions.userAgent),
      ],
    ],
    [
      'Page',
      [
        `${page.secure ? 'secure' : 'not secure'}, ${known(page.role, ROLES)}, language ${languageText(page.language)}`,
        ...page.problems.map((kind) => `problem: ${known(kind, PROBLEMS)}`),
      ],
    ],
    ['Accounts', accounts.map((account) => accountText(account, facts.protocols))],
    ['Call station', station ? [stationText(station)] : ['not set up']],
    ['Displays', facts.displays.map((display) => displayText(display, timeText))],
    ['Checks', checks.map(checkText)],
    ['Calls', [...historyLines(facts.history), ...calls.map(callText)]],
    ['Last warnings and errors', logLines(log, namesOf(facts))],
  ];
  return [
    `Call Assist report, ${timeText(facts.now)}`,
    ...sections.flatMap(([title, lines]) => ['', title, ...(lines.length > 0 ? lines : ['none']).map((l) => `- ${l}`)]),
    '',
  ].join('\n');
}

const ROLES = ['starting', 'owner', 'other-tab', 'stopped'] as const;
const PROBLEMS = [
  'storage',
  'insecure-page',
  'helpers-missing',
  'stations-taken',
  'home-assistant-away',
  'update-waiting',
  'update-ready',
] as const;
const STATES = ['connecting', 'online', 'degraded', 'signed-out'] as const satisfies readonly AccountStatus['state'][];
const WHY = [
  'no_relay',
  'no_sfu',
  'network',
  'server',
  'rate_limited',
  'encryption',
  'revoked',
  'removed',
  'storage',
] as const;
const PHASES = [
  'idle',
  'dialing',
  'ringing-out',
  'ringing-in',
  'connecting',
  'active',
  'reconnecting',
  'ending',
  'ended',
] as const satisfies readonly CallPhase[];
const NUMBERS = ['milliseconds', 'seconds', 'megabytes', 'percent', 'width', 'height'] as const;

/** A word of ours, or that it is none. */
const known = (word: string, words: readonly string[]): string => (words.includes(word) ? word : OTHER);

function accountText(
  { protocol, address, status }: DiagnosticFacts['accounts'][number],
  protocols: readonly string[],
): string {
  const why = 'reason' in status ? status.reason : 'notice' in status ? status.notice : undefined;
  const state = [known(status.state, STATES), ...(why ? [known(why, WHY)] : [])].join(': ');
  return `${known(protocol, protocols)} at ${serverOf(address)}: ${state}`;
}

/** Of `@user:server:port` and `user@server/resource`. */
function serverOf(address: string): string {
  const server = /^@[^:]*:(.+)$/.exec(address)?.[1] ?? /^[^@]+@([^/]+)/.exec(address)?.[1] ?? '';
  return /^(?:\[[\da-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d{1,5})?$/i.test(server) ? server : 'unknown server';
}

const ALLOWED: Readonly<Record<StationSwitch, string>> = {
  dialAnyone: 'scripts may dial anyone',
  linkDials: 'links dial without asking',
  scriptAnswers: 'scripts may answer',
  scriptAnswersWithCamera: 'scripts answer with the camera',
  scriptHangsUp: 'scripts may hang up',
  scriptUnmutes: 'scripts may unmute',
  scriptTurnsCameraOn: 'scripts may turn the camera on',
};

function stationText(station: NonNullable<DiagnosticFacts['station']>): string {
  const { camera, microphone, deviceCamera } = station;
  return [
    camera === 'this_device' ? "this device's camera" : 'a camera of Home Assistant',
    deviceCamera ? 'camera chosen' : 'default camera',
    microphone ? 'microphone chosen' : 'default microphone',
    ...(Object.keys(ALLOWED) as StationSwitch[]).filter((name) => station[name]).map((name) => ALLOWED[name]),
  ].join(', ');
}

function checkText({ id, status, reason, detail = {} }: CheckResult): string {
  if (!CHECK_IDS.includes(id)) return OTHER;
  const numbers = Object.entries(detail).flatMap(([name, value]) =>
    typeof value === 'number' && (NUMBERS as readonly string[]).includes(name) ? [`${Math.round(value)} ${name}`] : [],
  );
  const words = [known(reason, [...CHECK_REASONS[id], ...ANY_REASONS]), ...numbers];
  return `${id}: ${known(status, CHECK_STATUSES)}, ${words.join(', ')}`;
}

function callText({ phase, direction, stats }: DiagnosticFacts['calls'][number]): string {
  const call = `now ${known(phase, PHASES)}, ${known(direction, ['incoming', 'outgoing'])}`;
  return stats ? `${call}; ${statsText(stats)}` : call;
}

function logLines(log: readonly LogLine[], names: readonly string[]): readonly string[] {
  const bad = log.filter(({ level }) => level === 'warn' || level === 'error').slice(-LINES);
  return bad.map(({ at, level, text }) => `${timeText(at)} ${level} ${hide(text, names)}`);
}

/** Everybody that the facts name. */
function namesOf({ names, history }: DiagnosticFacts): readonly string[] {
  return [...names, ...history.map(({ peer }) => peer.name)];
}

const languageText = (language: string): string =>
  /^[a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2})?$/i.test(language) ? language : OTHER;

/** To the second, in UTC: where somebody lives is nobody's business. */
function timeText(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? 'at an unknown time'
    : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
