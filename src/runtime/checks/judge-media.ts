import type { CameraPath, CameraProblem } from '../media/media.ts';
import type { CheckFix, CheckReason, Verdict } from './checks.ts';

/** Amplitudes, 1 is full scale: a voice at an arm's length is above the first, a line without signal below the second. */
const HEARD = 0.02;
const SILENT = 0.000_01;

export type DeviceProblem = 'denied' | 'not_found' | 'in_use' | 'insecure_page' | 'failed';

/** What opening one of this device's own devices has shown. */
interface OpenedFacts {
  readonly problem: DeviceProblem | null;
  /** Name of what was opened; empty while the browser hides it. */
  readonly device: string;
  /** Name of what the station asks for, where another device was opened; else null. */
  readonly wanted: string | null;
}

export interface MicrophoneFacts extends OpenedFacts {
  /** The loudest amplitude heard; null: the browser did not let us listen. */
  readonly peak: number | null;
}

export function judgeMicrophone({ problem, device, wanted, peak }: MicrophoneFacts): Verdict<'microphone'> {
  if (problem) return deviceVerdict(problem, 'allow_microphone', 'plug_in_microphone');
  const named = device === '' ? {} : { device };
  if (peak !== null && peak < SILENT)
    return { status: 'warn', reason: 'silent', detail: named, fix: 'speak_to_microphone' };
  if (wanted !== null)
    return { status: 'warn', reason: 'other_device', detail: { ...named, wanted }, fix: 'choose_device' };
  if (peak === null) return { status: 'ok', reason: 'level_unknown', detail: named };
  const percent = Math.min(100, Math.round(peak * 100));
  return { status: 'ok', reason: peak > HEARD ? 'heard' : 'quiet', detail: { ...named, percent } };
}

export interface CameraFacts extends OpenedFacts {
  /** Pixels of the first frame; null: none came. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

export function judgeCamera({ problem, device, wanted, size }: CameraFacts): Verdict<'camera'> {
  if (problem) return deviceVerdict(problem, 'allow_camera', 'plug_in_camera');
  const named = device === '' ? {} : { device };
  if (size === null) return { status: 'fail', reason: 'no_picture', detail: named, fix: 'close_other_app' };
  const detail = { ...named, ...size };
  if (wanted !== null)
    return { status: 'warn', reason: 'other_device', detail: { ...detail, wanted }, fix: 'choose_device' };
  return { status: 'ok', reason: 'picture', detail };
}

function deviceVerdict(
  problem: DeviceProblem,
  allow: CheckFix,
  plugIn: CheckFix,
): { status: 'fail'; reason: CheckReason<'microphone'> & CheckReason<'camera'>; fix: CheckFix } {
  switch (problem) {
    case 'denied':
      return { status: 'fail', reason: 'denied', fix: allow };
    case 'not_found':
      return { status: 'fail', reason: 'missing', fix: plugIn };
    case 'insecure_page':
      return { status: 'fail', reason: 'insecure_page', fix: 'get_https' };
    case 'in_use':
    case 'failed':
      return { status: 'fail', reason: problem, fix: 'close_other_app' };
    default:
      return problem satisfies never;
  }
}

export interface CameraEntityFacts {
  /** As Home Assistant names it for people. */
  readonly name: string;
  /** How its picture came; null: it did not, because of `problem`. */
  readonly path: CameraPath | null;
  readonly problem: CameraProblem | null;
  /** From the first command to the first frame. */
  readonly milliseconds: number;
}

export function judgeCameraEntity(facts: CameraEntityFacts): Verdict<'camera_entity'> {
  const { name, path, problem, milliseconds } = facts;
  if (path !== null) {
    const detail = { name, milliseconds: Math.round(milliseconds) };
    if (path === 'webrtc') return { status: 'ok', reason: 'picture', detail };
    return { status: 'warn', reason: 'picture_late', detail, fix: 'look_at_camera' };
  }
  const because = { detail: { name } };
  switch (problem) {
    case 'not_found':
      return { status: 'fail', reason: 'not_found', ...because, fix: 'choose_camera' };
    case 'unavailable':
      return { status: 'fail', reason: 'unavailable', ...because, fix: 'look_at_camera' };
    case 'not_supported':
      return { status: 'fail', reason: 'not_supported', ...because, fix: 'choose_camera' };
    default:
      return { status: 'fail', reason: 'no_picture', ...because, fix: 'look_at_camera' };
  }
}

export interface RelayFacts {
  /** `host:port` of each TURN server, without credentials. */
  readonly servers: readonly string[];
  /** Milliseconds until a relayed address was given; null: none was. */
  readonly milliseconds: number | null;
  /** The browser does not take the addresses. */
  readonly malformed: boolean;
  /** Error codes on the way (RFC 8656; 701: the server was not reached). */
  readonly codes: readonly number[];
}

export function judgeRelay({ servers, milliseconds, malformed, codes }: RelayFacts): Verdict<'relay'> {
  if (servers.length === 0) return { status: 'warn', reason: 'no_relay', fix: 'set_up_relay' };
  const detail = { server: servers.join(', ') };
  if (malformed) return { status: 'fail', reason: 'bad_address', detail, fix: 'check_relay' };
  if (milliseconds !== null)
    return { status: 'ok', reason: 'reachable', detail: { ...detail, milliseconds: Math.round(milliseconds) } };
  const refused = codes.some((code) => code >= 400 && code < 500);
  return { status: 'fail', reason: refused ? 'credentials_refused' : 'unreachable', detail, fix: 'check_relay' };
}
