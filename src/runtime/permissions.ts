import type { Scope } from './platform/scope.ts';

export interface Permissions {
  /** Whether the browser has not been told to keep the microphone shut, nor the camera where it is asked about. */
  mayOpen(also: { readonly camera: boolean }): boolean;
}

/** Follows the browser's permissions. What it does not tell counts as not withdrawn: opening the device decides then. */
export function watchPermissions(
  scope: Scope,
  permissions: Pick<globalThis.Permissions, 'query'> | undefined = globalThis.navigator.permissions,
): Permissions {
  const denied = new Set<string>();
  const watch = async (name: 'microphone' | 'camera'): Promise<void> => {
    const status = await permissions?.query({ name });
    const look = (): void => {
      if (status?.state === 'denied') denied.add(name);
      else denied.delete(name);
    };
    look();
    status?.addEventListener('change', look, { signal: scope.signal });
  };
  // Firefox knows neither name.
  for (const name of ['microphone', 'camera'] as const) watch(name).catch(() => {});
  return { mayOpen: ({ camera }) => !denied.has('microphone') && !(camera && denied.has('camera')) };
}
