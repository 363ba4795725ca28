import type { Page } from 'playwright-core';

/**
 * Writes calls into the page's history as if they had been, a quarter of an hour apart: with everybody it knows in turn,
 * and with each of the ways that calls end. The page has to be loaded again to know of them.
 */
export async function fillHistory(page: Page, count: number): Promise<void> {
  await page.evaluate(writeCalls, count);
}

/** Runs in the page. */
async function writeCalls(count: number): Promise<void> {
  const { accounts, contacts } = window.callAssist!.snapshot.value;
  const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('call-assist'))!.name!;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
  });
  const ends = ['remote_hung_up', 'missed', 'no_answer', 'hung_up', 'busy', 'declined', 'remote_declined'];
  const writing = database.transaction('history', 'readwrite');
  for (let at = count; at > 0; at--) {
    const { accountId, id: contactId, address, name } = contacts[at % contacts.length]!;
    const reason = ends[at % ends.length]!;
    const began = Date.now() - at * 15 * 60_000;
    const talked = reason === 'remote_hung_up' || reason === 'hung_up';
    writing.objectStore('history').add({
      callId: `filled-${at}`,
      direction: ['missed', 'declined', 'remote_hung_up'].includes(reason) ? 'incoming' : 'outgoing',
      peer: { accountId: accountId || accounts[0]!.id, contactId, address, name },
      offered: { audio: true, video: at % 3 > 0 },
      began,
      answered: talked ? began + 8_000 : null,
      connected: talked ? began + 9_000 : null,
      ended: began + (talked ? 9_000 + (at % 50) * 17_000 : 30_000),
      reason,
    });
  }
  await new Promise((resolve, reject) => {
    writing.addEventListener('complete', resolve);
    writing.addEventListener('error', () => reject(writing.error ?? new Error('not written')));
  });
  database.close();
}
