import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { portOffset } from './ports.ts';

/** The repository. */
export const repository = resolve(import.meta.dirname, '..');

/** The built card, as users get it. */
export const dist = join(repository, 'dist');

/** What other programs read to find a running stack. */
export const endpointsFile = join(import.meta.dirname, '.state', 'endpoints.json');

/** Everything that is downloaded, built or remembered lives here, outside the tree. */
export const cache = resolve(process.env['CALL_ASSIST_CACHE'] ?? join(homedir(), '.cache', 'call-assist'));

/** Downloads that survive a rebuild: packages, wheels, Go modules. */
export const downloads = join(cache, 'downloads');

/** Finished provisioning steps, one folder each. */
export const installed = join(cache, 'installed');

/** What a stack remembers from start to start. Stacks on other ports remember other things. */
export const rememberedState = join(cache, portOffset === 0 ? 'state' : `state-${portOffset}`);
