import { aiortc, pythonOf } from '../../../demo/provision/python.ts';

/** The interpreter of the environment that has aiortc, as the stack's provisioning made it. */
export const aiortcPython = (): string => pythonOf(aiortc.folder);
