import { expect } from '@open-wc/testing';
import { storageText } from '../../../src/card/pages/problem.ts';
import { deviceText, noticeText, verificationText } from '../../../src/card/pages/troubles.ts';
import { CameraError, MicrophoneError } from '../../../src/runtime/media/media.ts';
import { VerificationError } from '../../../src/runtime/providers/matrix/errors.ts';
import { StorageError } from '../../../src/runtime/storage/storage.ts';

const other = 'That did not work. Try again.';

describe('what went wrong on a page, in words', () => {
  it('data: what is wrong with them and what to do, and nothing of anything else', () => {
    expect(storageText(new StorageError('full'))).to.equal(
      'This device has no space left. Free some, then load the page again.',
    );
    expect(storageText(new RangeError('settings.language'))).to.equal(null);
  });

  it('a server: what it lacks, and nothing of one that is complete or away', () => {
    expect(noticeText({ status: { state: 'online', notice: 'no_relay' } })).to.contain('no relay (TURN)');
    expect(noticeText({ status: { state: 'online', notice: 'no_sfu' } })).to.contain('no media server (LiveKit)');
    for (const status of [{ state: 'online' }, { state: 'connecting' }] as const)
      expect(noticeText({ status })).to.equal('');
  });

  it('a recovery key: only one that does not fit is said not to fit', () => {
    for (const problem of ['bad_key', 'wrong_key'] as const)
      expect(verificationText(new VerificationError(problem))).to.contain('does not fit');
    expect(verificationText(new VerificationError('not_set_up'))).to.contain('no recovery key yet');
    for (const error of [new VerificationError('failed'), new TypeError('network')])
      expect(verificationText(error)).to.equal(other);
  });

  it('devices: no microphone is not one that is not allowed', () => {
    for (const error of [new MicrophoneError('microphone_denied'), new CameraError('denied', '')])
      expect(deviceText(error)).to.equal('The browser did not allow it.');
    expect(deviceText(new MicrophoneError('microphone_missing'))).to.equal(
      'No microphone found. Plug one in, then try again.',
    );
    for (const error of [new CameraError('not_found', ''), new Error('else')])
      expect(deviceText(error)).to.equal(other);
  });
});
