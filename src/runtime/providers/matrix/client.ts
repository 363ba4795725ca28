// Deep imports: the root entry throws when a page evaluates it twice, and is much larger (facts/matrix.md 5, 6).
import { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { Filter, type IFilterDefinition } from 'matrix-js-sdk/lib/filter.js';
import { MemoryStore } from 'matrix-js-sdk/lib/store/memory.js';
import type { CryptoCallbacks } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Logger } from '../../platform/platform.ts';
import { quietLogger, silenceGlobalLogger } from './client-log.ts';
import type { MatrixSettings } from './settings.ts';

/** Events of each room in the first sync: a call with its candidates fits, so that one that rings already is seen. */
const TIMELINE = 20;
/** How long the server holds a poll when there is no news. */
const POLL = 30_000;

/** What a contact is made of; also what encryption needs to know whom to send keys (history visibility, members). */
const STATE_TYPES = [
  'm.room.create',
  'm.room.member',
  'm.room.name',
  'm.room.avatar',
  'm.room.encryption',
  'm.room.power_levels',
  'm.room.join_rules',
  'm.room.history_visibility',
  'm.room.tombstone',
];

/** Who is in the call of a room (MatrixRTC); see `matrix-rtc`. */
const RTC_STATE_TYPES = ['org.matrix.msc3401.call.member', 'org.matrix.msc4143.rtc.slot'];
const RTC_TIMELINE_TYPES = [
  'org.matrix.msc4143.rtc.member',
  'org.matrix.msc4075.rtc.notification',
  'm.rtc.notification',
  'org.matrix.msc4310.rtc.decline',
  'm.rtc.decline',
];

/** Messages are none of our business; an encrypted event may be a call. */
const TIMELINE_TYPES = ['m.call.*', 'org.matrix.call.*', 'm.room.encrypted', ...STATE_TYPES];

const ACCOUNT_DATA_TYPES = [
  'm.direct',
  'm.ignored_user_list',
  // Cross-signing and secret storage, for the verification with the recovery key.
  'm.secret_storage.*',
  'm.cross_signing.*',
  'm.megolm_backup.v1',
];

/**
 * Asks the server for what a phone needs, and no more: what makes a large account slow is what it does not show.
 * @param nonce different for each client. Synapse answers a first sync from a cache for two minutes if it was
 * asked the same before (`sync_response_cache_duration`): after a reload calls that are over would ring, since
 * the age of their events is that of the cached answer too.
 * @param rtc whether calls over an SFU are wanted, too
 */
export function syncFilter(nonce: string, rtc: boolean): IFilterDefinition {
  const state = [...STATE_TYPES, ...(rtc ? RTC_STATE_TYPES : [])];
  const timeline = [...TIMELINE_TYPES, ...(rtc ? [...RTC_STATE_TYPES, ...RTC_TIMELINE_TYPES] : [])];
  return {
    presence: { types: ['m.presence'], not_senders: [`@${nonce}:call-assist.invalid`] },
    account_data: { types: ACCOUNT_DATA_TYPES },
    room: {
      timeline: { limit: TIMELINE, types: timeline, lazy_load_members: true },
      state: { types: state, lazy_load_members: true },
      ephemeral: { not_types: ['*'] },
      account_data: { not_types: ['*'] },
    },
  };
}

export interface ClientOptions {
  readonly settings: MatrixSettings;
  readonly accessToken: string;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Logger;
  readonly cryptoCallbacks: CryptoCallbacks;
}

/** A client that is not started and has asked the server nothing. */
export function createClient({ settings, accessToken, fetch, log, cryptoCallbacks }: ClientOptions): MatrixClient {
  silenceGlobalLogger();
  const client = new MatrixClient({
    baseUrl: settings.baseUrl,
    userId: settings.userId,
    deviceId: settings.deviceId,
    accessToken,
    fetchFn: fetch,
    store: new MemoryStore(),
    logger: quietLogger(log),
    cryptoCallbacks,
  });
  // Two round trips less before the first sync: push rules only feed unread counts, which nobody sees here,
  // and a filter may be sent along instead of being stored on the server at every page load.
  client.getPushRules = async () => ({ global: {} });
  client.getOrCreateFilter = async (_name, filter) => JSON.stringify(filter.getDefinition());
  return client;
}

/** Begins to sync. Resolves when the loop runs, not when it has succeeded; failures come as sync states. */
export function startClient(client: MatrixClient, nonce: string, rtc: boolean): Promise<void> {
  const filter = new Filter(client.getSafeUserId());
  filter.setDefinition(syncFilter(nonce, rtc));
  return client.startClient({ filter, initialSyncLimit: TIMELINE, lazyLoadMembers: true, pollTimeout: POLL });
}
