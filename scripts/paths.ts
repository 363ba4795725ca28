/** Where things lie, as absolute paths. Commands run from anywhere. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
export const dist = join(root, 'dist');

/** What steps leave for each other. Not part of the product, never committed. */
export const cache = join(root, 'node_modules', '.cache', 'call-assist');
export const buildManifest = join(cache, 'build-manifest.json');
export const unitResults = join(cache, 'unit-results.json');
export const prebundled = join(cache, 'packages');

export const coverageSummary = join(root, 'coverage', 'coverage-summary.json');
export const coverageThresholds = join(root, 'test', 'coverage-thresholds.json');

/** A tool of `node_modules/.bin`. */
export function tool(name: string): string {
  return join(root, 'node_modules', '.bin', name);
}
