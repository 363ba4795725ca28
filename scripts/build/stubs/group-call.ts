/**
 * In place of matrix-js-sdk's full-mesh group calls (MSC3401). One-to-one calls read only its constants, and throw
 * its error when a device of the other person is unknown.
 */
import { NotBundledError } from './unused.ts';

export const GroupCallType = { Video: 'm.video', Voice: 'm.voice' } as const;

export const GroupCallState = {
  LocalCallFeedUninitialized: 'local_call_feed_uninitialized',
  InitializingLocalCallFeed: 'initializing_local_call_feed',
  LocalCallFeedInitialized: 'local_call_feed_initialized',
  Entered: 'entered',
  Ended: 'ended',
} as const;

export const GroupCallEvent = { Error: 'error' } as const;

export const GroupCallErrorCode = {
  NoUserMedia: 'no_user_media',
  UnknownDevice: 'unknown_device',
  PlaceCallFailed: 'place_call_failed',
} as const;

export class GroupCallUnknownDeviceError extends Error {
  readonly code = GroupCallErrorCode.UnknownDevice;

  constructor(userId: string) {
    super(`No device found for ${userId}`);
  }
}

export class GroupCall {
  constructor() {
    throw new NotBundledError('GroupCall');
  }
}
