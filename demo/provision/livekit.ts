import { goProgram } from './go.ts';
import { provision } from './provision.ts';

/** The media server of MatrixRTC calls. */
export const livekit = goProgram({
  name: 'livekit-server',
  title: 'LiveKit',
  module: 'github.com/livekit/livekit-server',
  version: 'v1.13.5',
  package: '/cmd/server',
  versionFlag: '--version',
});

/**
 * Builds LiveKit; nothing, and without a word, if that is done. Apart from what every stack needs, since it takes
 * minutes and only MatrixRTC needs it.
 * @throws an error that says what is missing and what to do
 */
export function provisionLivekit(print: (line: string) => void, signal?: AbortSignal): Promise<void> {
  return provision(print, signal, [livekit]);
}
