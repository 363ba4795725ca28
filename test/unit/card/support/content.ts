import { openPage, type PageView } from '../../../../src/card/pages/pages.ts';
import type { HistoryEntry } from '../../../../src/runtime/storage/storage.ts';
import { find, has, settled, type TestPage, until } from './page.ts';

/** Opens a page of the device and gives its content. */
export async function openContent(page: TestPage, view: PageView, detail: string | null = null): Promise<HTMLElement> {
  openPage(page.api, view, detail);
  const shell = document.querySelector('ca-page');
  if (!shell) throw new Error('no page is open');
  await until(() => has(shell, `main > ca-${view}`));
  await settled();
  return find(shell, `main > ca-${view}`);
}

/** A call with Anna that nobody here took. */
export function historyEntry(id: number, change: Partial<HistoryEntry> = {}): HistoryEntry {
  const began = Date.now() - (100_000 - id) * 60_000;
  return {
    id,
    callId: `call-${id}`,
    direction: 'incoming',
    peer: {
      accountId: 'account-1',
      contactId: '!anna.berger:example.org',
      address: '@anna.berger:example.org',
      name: 'Anna Berger',
    },
    offered: { audio: true, video: true },
    began,
    answered: null,
    connected: null,
    ended: began + 30_000,
    reason: 'missed',
    ...change,
  };
}

/** Chooses in a select, as a person does. */
export function choose(host: Element, selector: string, value: string): void {
  const select = find(host, selector) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Types into a field and leaves it. */
export function enter(host: Element, selector: string, value: string): void {
  const field = find(host, selector) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
