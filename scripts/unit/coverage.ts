/**
 * Coverage of the unit tests' pages at a fraction of its price. The test runner asks for it as Playwright offers it, and
 * turns what V8 tells of every source into Istanbul's terms, anew for every test file: with hundreds of both that takes
 * longer than the tests. So V8 is asked without a debugger, which would hand over the text of every script, and what a
 * test file covers of a source exactly as another one did is told once: it changes nothing about what is covered.
 */
import { createHash } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';

type Coverage = Awaited<ReturnType<Page['coverage']['stopJSCoverage']>>;

/** What was covered of a source so far, as digests: how often a range ran makes no difference. */
const known = new Set<string>();

function isNew({ url, functions }: Coverage[number]): boolean {
  const hash = createHash('sha256').update(url);
  for (const { functionName, isBlockCoverage, ranges } of functions) {
    hash.update(`\n${functionName} ${isBlockCoverage}`);
    for (const { startOffset, endOffset, count } of ranges) hash.update(` ${startOffset}-${endOffset}:${count > 0}`);
  }
  const digest = hash.digest('base64');
  if (known.has(digest)) return false;
  known.add(digest);
  return true;
}

/** Makes a page tell its coverage in this way. @param isSource tells by its path in the address what counts */
export function withThriftyCoverage(page: Page, isSource: (path: string) => boolean): Page {
  let session: CDPSession | undefined;
  Object.assign(page.coverage, {
    async startJSCoverage() {
      session = await page.context().newCDPSession(page);
      await session.send('Profiler.enable');
      await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    },
    async stopJSCoverage(): Promise<Coverage> {
      if (!session) return [];
      const { result } = await session.send('Profiler.takePreciseCoverage');
      await session.detach();
      session = undefined;
      return result.filter((entry) => URL.canParse(entry.url) && isSource(new URL(entry.url).pathname) && isNew(entry));
    },
  } satisfies Pick<Page['coverage'], 'startJSCoverage' | 'stopJSCoverage'>);
  return page;
}
