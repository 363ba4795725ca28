import type { AccountView } from '../../runtime/api.ts';
import type { MicrophoneError } from '../../runtime/media/media.ts';
import { t } from '../localize/setup.ts';
import { problemOf } from './problem.ts';

/** What the server of an account lacks; empty where nothing is missing. */
export function noticeText({ status }: Pick<AccountView, 'status'>): string {
  return status.state === 'online' && status.notice ? t(`account.${status.notice}`) : '';
}

/** Why this device could not be verified with a recovery key. */
export function verificationText(error: unknown): string {
  const problem = problemOf(error, 'VerificationError');
  if (problem === 'bad_key' || problem === 'wrong_key') return t('account.not_verified');
  return problem === 'not_set_up' ? t('account.no_key') : t('setup.other');
}

/** Why microphone or camera could not be opened to look at them. */
export function deviceText(error: unknown): string {
  const reason = isMicrophoneError(error) ? error.reason : null;
  if (reason === 'microphone_denied' || problemOf(error, 'CameraError') === 'denied') return t('device.denied');
  return reason ? `${t(`end.${reason}`)}. ${t(`end.${reason}.text`)}` : t('setup.other');
}

/** By its name, too. */
const isMicrophoneError = (error: unknown): error is MicrophoneError =>
  error instanceof Error && error.name === 'MicrophoneError';
