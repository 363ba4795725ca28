import type { CameraProblem, DeviceChoice } from '../../../runtime/media/media.ts';
import type { Station } from '../../../runtime/storage/storage.ts';
import type { PreviewedCamera } from '../../../runtime/tools/api.ts';
import type { SetupApi } from './api.ts';

export type Picture =
  | { readonly state: 'off' }
  | { readonly state: 'opening' }
  | { readonly state: 'on'; readonly camera: PreviewedCamera }
  | { readonly state: 'failed'; readonly problem: CameraProblem | 'lost' };

const MICROPHONE_PROBLEMS = ['microphone_denied', 'microphone_missing', 'microphone_in_use', 'insecure_page'] as const;
type MicrophoneProblem = (typeof MICROPHONE_PROBLEMS)[number];

export type Listening =
  | { readonly state: 'off' }
  /** `peak`: the loudest amplitude of a moment, 0 to 1; null: the browser does not tell. */
  | { readonly state: 'on'; readonly peak: number | null }
  | { readonly state: 'failed'; readonly problem: MicrophoneProblem | 'lost' };

const CAMERA_PROBLEMS: readonly string[] = [
  'not_found',
  'unavailable',
  'not_supported',
  'denied',
  'in_use',
  'insecure_page',
  'timeout',
] satisfies CameraProblem[];

/** Told by their names: the classes may come from another evaluation of the module. */
function cameraProblem(error: unknown): CameraProblem {
  const problem = error instanceof Error && 'problem' in error ? String(error.problem) : '';
  return CAMERA_PROBLEMS.includes(problem) ? (problem as CameraProblem) : 'failed';
}

function microphoneProblem(error: unknown): MicrophoneProblem {
  const reason = error instanceof Error && 'reason' in error ? error.reason : null;
  return MICROPHONE_PROBLEMS.find((known) => known === reason) ?? 'microphone_in_use';
}

/**
 * Shows a camera until the signal: what a person asked to see, never by itself.
 * @param tell each state, the last one too; never after the signal
 */
export async function look(
  callAssist: Pick<SetupApi, 'previewCamera'>,
  choice: Pick<Station, 'camera' | 'deviceCamera'>,
  signal: AbortSignal,
  tell: (picture: Picture) => void,
): Promise<void> {
  const say = (picture: Picture): void => {
    if (!signal.aborted) tell(picture);
  };
  say({ state: 'opening' });
  try {
    const camera = await callAssist.previewCamera(choice, signal);
    say({ state: 'on', camera });
    await camera.lost;
    say({ state: 'failed', problem: 'lost' });
  } catch (error) {
    say({ state: 'failed', problem: cameraProblem(error) });
  }
}

/** Listens to a microphone until the signal. @param tell as of {@link look} */
export async function listen(
  callAssist: Pick<SetupApi, 'followMicrophone'>,
  choice: DeviceChoice | null,
  signal: AbortSignal,
  tell: (listening: Listening) => void,
): Promise<void> {
  const say = (listening: Listening): void => {
    if (!signal.aborted) tell(listening);
  };
  try {
    const onLevel = (peak: number | null): void => say({ state: 'on', peak });
    const { ended } = await callAssist.followMicrophone(choice, { signal, onLevel });
    await ended;
    say({ state: 'failed', problem: 'lost' });
  } catch (error) {
    say({ state: 'failed', problem: microphoneProblem(error) });
  }
}
