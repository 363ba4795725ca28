/** What a device needs once somebody has chosen something for it, or is about to: one chunk, loaded then. */
export { isAdministrator } from './administrator.ts';
export { createConfigure } from './configure.ts';
export { Device } from './device.ts';
export { searchHistory } from './history.ts';
