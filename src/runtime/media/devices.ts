import type { DeviceChoice } from './media.ts';

/** What we use of `navigator.mediaDevices`; undefined on a page without a secure context. */
export type MediaDevicesLike = Pick<
  MediaDevices,
  'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

/** The chosen device among those that are there: by id, else by label (ids change when site data is cleared). */
export function findDevice(
  devices: readonly Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>[],
  kind: MediaDeviceKind,
  choice: DeviceChoice,
): string | null {
  const candidates = devices.filter((device) => device.kind === kind && device.deviceId !== '');
  const found =
    candidates.find(({ deviceId }) => deviceId === choice.deviceId) ??
    candidates.find(({ label }) => label !== '' && label === choice.label);
  return found?.deviceId ?? null;
}

/**
 * Opens the chosen device, or the browser's default one where nothing is chosen or it is not there.
 * @throws what `getUserMedia` throws
 */
export async function openDevice(
  devices: MediaDevicesLike,
  kind: 'audioinput' | 'videoinput',
  choice: DeviceChoice | null,
  constraints: MediaTrackConstraints,
): Promise<MediaStreamTrack> {
  const openWith = (deviceId?: ConstrainDOMString): Promise<MediaStreamTrack> =>
    open(devices, kind, deviceId === undefined ? constraints : { ...constraints, deviceId });
  // A browser that does not list its devices still opens one.
  const list = () => devices.enumerateDevices().catch((): MediaDeviceInfo[] => []);
  const find = async (): Promise<string | null> => choice && findDevice(await list(), kind, choice);

  const exact = await find();
  if (exact !== null) {
    try {
      return await openWith({ exact });
    } catch (error) {
      // Unplugged a moment ago. Another error (denied, in use) would be no better with another device.
      if (nameOf(error) !== 'OverconstrainedError' && nameOf(error) !== 'NotFoundError') throw error;
      return openWith();
    }
  }
  const track = await openWith(choice ? { ideal: choice.deviceId } : undefined);
  // Before the first permission the browser hides ids and labels: look again now.
  const hidden = await find();
  if (hidden === null || hidden === track.getSettings().deviceId) return track;
  track.stop();
  return openWith({ exact: hidden }).catch(() => openWith());
}

/**
 * Opens this device and no other; the browser's default one where nothing is chosen.
 * @throws what `getUserMedia` throws; a `NotFoundError` when it is not there
 */
export async function openExactly(
  devices: MediaDevicesLike,
  kind: 'audioinput' | 'videoinput',
  choice: DeviceChoice | null,
  constraints: MediaTrackConstraints,
): Promise<MediaStreamTrack> {
  const exact = choice && findDevice(await devices.enumerateDevices(), kind, choice);
  if (choice && exact === null) throw new DOMException('the device is not there', 'NotFoundError');
  return open(devices, kind, exact === null ? constraints : { ...constraints, deviceId: { exact } });
}

async function open(
  devices: MediaDevicesLike,
  kind: 'audioinput' | 'videoinput',
  wish: MediaTrackConstraints,
): Promise<MediaStreamTrack> {
  const stream = await devices.getUserMedia(kind === 'audioinput' ? { audio: wish } : { video: wish });
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('the browser gave a stream without a track', 'NotReadableError');
  return track;
}

/** What went wrong with a device, in one word for both kinds. */
export function deviceProblem(error: unknown): 'denied' | 'not_found' | 'in_use' | 'insecure_page' | 'failed' {
  switch (nameOf(error)) {
    case 'NotAllowedError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not_found';
    case 'NotReadableError':
    case 'AbortError':
      return 'in_use';
    case 'SecurityError':
      return 'insecure_page';
    default:
      return 'failed';
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
