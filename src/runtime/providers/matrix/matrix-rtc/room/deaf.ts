/**
 * Makes something that does not hear when devices come and go. LiveKit's room listens to that from when it is made, for
 * as long as the page lives, and is kept by its listener (2.23.0); its tracks are ours, so that it has no need to.
 */
export function deaf<T>(make: () => T): T {
  // Pages that are not secure have none.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return make();
  const before = Object.getOwnPropertyDescriptor(devices, 'addEventListener');
  Object.defineProperty(devices, 'addEventListener', { configurable: true, value: () => {} });
  try {
    return make();
  } finally {
    if (before) Object.defineProperty(devices, 'addEventListener', before);
    else Reflect.deleteProperty(devices, 'addEventListener');
  }
}
