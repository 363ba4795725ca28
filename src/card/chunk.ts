import { callAssist, callRuns } from './page.ts';

/** Injected, so that tests neither reload nor share state. */
export interface PageReload {
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  reload(): void;
  busy(): boolean;
}

const page: PageReload = {
  get store() {
    return sessionStorage;
  },
  reload: () => location.reload(),
  busy: () => callRuns(callAssist()?.snapshot.value),
};

/**
 * Loads a part of the app. When it is gone (an update replaced the files of the open page), the page is
 * loaded again, once for each part and only when no call runs.
 * @returns null when the part cannot be had: say so, and let the person reload.
 */
export async function loadChunk<T>(name: string, load: () => Promise<T>, on: PageReload = page): Promise<T | null> {
  const key = `call-assist-reload:${name}`;
  try {
    const loaded = await load();
    on.store.removeItem(key);
    return loaded;
  } catch {
    try {
      // The mark stays until this part loads, so a part that never loads cannot reload for ever.
      if (!on.busy() && !on.store.getItem(key)) {
        on.store.setItem(key, '1');
        on.reload();
      }
    } catch {
      // No session storage: without the mark a reload might repeat for ever.
    }
    return null;
  }
}
