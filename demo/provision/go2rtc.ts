import { goProgram } from './go.ts';

/** go2rtc, twice in the stack: as Home Assistant's helper and as the cameras. */
export const go2rtc = goProgram({
  name: 'go2rtc',
  title: 'go2rtc',
  module: 'github.com/AlexxIT/go2rtc',
  version: 'v1.9.14',
  versionFlag: '-version',
});
