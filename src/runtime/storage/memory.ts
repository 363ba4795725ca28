import type { CallId } from '../call/call.ts';
import type { Account, Secrets } from '../providers/provider.ts';
import { HISTORY_KEPT } from './database.ts';
import type { HistoryEntry, PersonChoice, PersonKey, RunningCall, Station, Storage } from './storage.ts';

/** Where the database cannot be used: the page goes on, and forgets with its end. The problem is shown. */
export function memoryStorage(options: { readonly historyKept?: number } = {}): Storage {
  const { historyKept = HISTORY_KEPT } = options;
  const people = new Map<string, PersonKey & PersonChoice>();
  const accounts = new Map<string, Account>();
  const secrets = new Map<string, Secrets>();
  const stations = new Map<string, Station>();
  const running = new Map<CallId, RunningCall>();
  const settings = new Map<string, unknown>();
  let history: readonly HistoryEntry[] = [];
  let lastId = 0;
  return {
    accounts: {
      list: async () => [...accounts.values()],
      put: async (account, ofAccount) => {
        accounts.set(account.id, account);
        secrets.set(account.id, ofAccount);
      },
      secrets: async (accountId) => secrets.get(accountId) ?? null,
      forgetSecrets: async (accountId) => void secrets.delete(accountId),
      remove: async (accountId) => {
        accounts.delete(accountId);
        secrets.delete(accountId);
      },
    },
    history: {
      add: async (record) => {
        history = [{ ...record, id: ++lastId }, ...history].slice(0, historyKept);
      },
      latest: async (limit) => history.slice(0, limit),
      page: async ({ limit, before = Infinity, after = -Infinity }, matches) =>
        history.filter((entry) => entry.id < before && entry.id > after && matches(entry)).slice(0, limit),
      remove: async (ids) => {
        history = history.filter(({ id }) => !ids.includes(id));
      },
      clear: async () => {
        history = [];
      },
    },
    stations: {
      list: async () => [...stations.values()],
      put: async (station) => void stations.set(station.slug, station),
      remove: async (slug) => void stations.delete(slug),
    },
    people: {
      list: async () => [...people.values()],
      put: async (person) => void people.set(keyOf(person), person),
      remove: async (person) => void people.delete(keyOf(person)),
    },
    running: {
      list: async () => [...running.values()],
      put: async (call) => void running.set(call.callId, call),
      remove: async (callId) => void running.delete(callId),
    },
    settings: {
      get: async (name, check) => {
        const value = settings.get(name);
        return check(value) ? value : null;
      },
      put: async (name, value) => void settings.set(name, value),
    },
    close: () => {},
  };
}

const keyOf = ({ accountId, contactId }: PersonKey): string => JSON.stringify([accountId, contactId]);
