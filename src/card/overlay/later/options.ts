import type { CallAssist, CallView } from '../../../runtime/api.ts';
import type { CameraChoice } from '../../../runtime/call/call.ts';
import type { DeviceChoice } from '../../../runtime/media/media.ts';
import { t } from '../../localize/more.ts';

export interface CameraOption {
  readonly choice: CameraChoice;
  readonly name: string;
  readonly note: string;
  readonly chosen: boolean;
  readonly available: boolean;
  /** A picture of what it sees; null: there is none. */
  readonly still: string | null;
}

const FRONT = /front|user|facetime/i;
const REAR = /back|rear|environment/i;

/**
 * Cameras of the house first, then those of this device: front and rear where it has both, else each by its name.
 * @param devices cameras of this device, as far as the browser names them
 * @param own settings of the track that our picture comes from; null: it does not come from this device
 */
export function cameraOptions(
  { camera, sending }: CallView,
  cameras: ReturnType<CallAssist['cameras']>,
  devices: readonly DeviceChoice[],
  own: MediaTrackSettings | null,
): readonly CameraOption[] {
  const source = 'source' in camera ? camera.source : null;
  const note = (chosen: boolean, otherwise: string): string =>
    chosen ? t(sending.video && camera.state === 'on' ? 'pick.now' : 'pick.chosen') : otherwise;
  const house = cameras.map(({ id, name, available, still }) => {
    const chosen = id === source;
    return {
      choice: { source: id },
      name,
      note: available ? note(chosen, '') : t('pick.away'),
      chosen,
      available,
      still,
    };
  });
  const here = source === 'this_device';
  const option = (choice: CameraChoice, name: string, chosen: boolean): CameraOption => ({
    choice,
    name,
    note: note(chosen, t('pick.this_device')),
    chosen,
    available: true,
    still: null,
  });
  const named = (pattern: RegExp): boolean => devices.some(({ label }) => pattern.test(label));
  if (named(FRONT) && named(REAR)) {
    return [
      ...house,
      option({ source: 'this_device', facingMode: 'user' }, t('pick.front'), here && own?.facingMode !== 'environment'),
      option({ source: 'this_device', facingMode: 'environment' }, t('pick.rear'), own?.facingMode === 'environment'),
    ];
  }
  // Before the first permission the browser names none.
  if (devices.length < 2) return [...house, option({ source: 'this_device' }, t('call.this_camera'), here)];
  return [
    ...house,
    ...devices.map((device) =>
      option({ source: 'this_device', device }, device.label, here && own?.deviceId === device.deviceId),
    ),
  ];
}
