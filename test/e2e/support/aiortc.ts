import { join } from 'node:path';
import { aiortc } from '../../../demo/provision/python.ts';

/** The interpreter of the environment that has aiortc, as the stack's provisioning made it. */
export const aiortcPython = (): string => join(aiortc.folder, 'bin', 'python');
