/** A reporter for Node's test runner that prints only the totals, as JSON, for `npm test`. */
import type { TestEvent } from 'node:test/reporters';

export default async function* totals(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    // Summaries with a file are about that file alone.
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
    const { tests, passed, skipped, todo } = event.data.counts;
    // Whatever was neither passed nor left out on purpose: failed, timed out, or never reached.
    yield JSON.stringify({ passed, failed: tests - passed - skipped - todo });
  }
}
