/** A reporter for Node's test runner that prints only the totals and which files failed, as JSON, for `npm test`. */
import type { TestEvent } from 'node:test/reporters';

export default async function* totals(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const files = new Set<string>();
  const failures: string[] = [];
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.file !== undefined && data.todo === undefined) {
      files.add(data.file);
      const { message, cause } = data.details.error;
      const why = cause instanceof Error ? cause.message : message;
      failures.push(`${data.name}: ${why.split('\n', 1).join('')}`);
    }
    // Summaries with a file are about that file alone.
    if (type !== 'test:summary' || data.file !== undefined) continue;
    const { tests, passed, skipped, todo } = data.counts;
    // Whatever was neither passed nor left out on purpose: failed, timed out, or never reached.
    yield JSON.stringify({ passed, failed: tests - passed - skipped - todo, files: [...files], failures });
  }
}
