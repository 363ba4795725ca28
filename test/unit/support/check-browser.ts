import { type CheckBrowser, checkBrowser } from '../../../src/runtime/checks/browser.ts';

/** The browser of the test with some of it changed; on a page of Home Assistant that keeps its connection. */
export function someBrowser(change: Partial<CheckBrowser> = {}): CheckBrowser {
  return { ...checkBrowser(), suspendsWhenHidden: () => false, pageImports: () => [], ...change };
}

/** A device list that gives one track, and remembers whether it was stopped. */
export function devicesThatGive(track: () => Promise<MediaStreamTrack>): NonNullable<CheckBrowser['devices']> {
  return {
    getUserMedia: async () => new MediaStream([await track()]),
    enumerateDevices: () => Promise.resolve([]),
    addEventListener: () => {},
    removeEventListener: () => {},
  };
}
