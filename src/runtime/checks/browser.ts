import type { MediaDevicesLike } from '../media/devices.ts';

/** What the checks ask of the browser. Injected: a test is any browser it likes. */
export interface CheckBrowser {
  readonly secure: boolean;
  readonly origin: string;
  readonly devices: MediaDevicesLike | undefined;
  readonly createAudioContext: (() => AudioContext) | undefined;
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined;
  readonly indexedDB: IDBFactory | undefined;
  readonly storage: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined;
  createPeerConnection(configuration: RTCConfiguration): RTCPeerConnection;
  /** null where the browser does not tell before it is tried (WebViews). */
  permission(name: 'microphone' | 'camera'): Promise<PermissionState | null>;
  /** Whether a worker may show calls while the page is out of sight; null: this browser has no such thing. */
  notifications(): NotificationPermission | null;
  /** Whether somebody has touched this page since it was loaded. */
  touched(): boolean;
  visible(): boolean;
  /** Whether Home Assistant's page gives its connection up when hidden; null: it does not say. */
  suspendsWhenHidden(): boolean | null;
  /** Modules that the page's own HTML imports. */
  pageImports(): readonly string[];
}

interface HomeAssistantElement extends HTMLElement {
  readonly hass?: { readonly suspendWhenHidden?: boolean };
}

/** The real one. */
export function checkBrowser(): CheckBrowser {
  // Without a secure context, and in WebViews, some of these are missing whatever their types say.
  const { mediaDevices, wakeLock, storage, permissions, serviceWorker, userActivation } =
    navigator as Partial<Navigator>;
  return {
    secure: isSecureContext,
    origin: location.origin,
    devices: mediaDevices,
    createAudioContext: 'AudioContext' in window ? () => new AudioContext() : undefined,
    wakeLock,
    indexedDB: (globalThis as Partial<typeof globalThis>).indexedDB,
    storage,
    createPeerConnection: (configuration) => new RTCPeerConnection(configuration),
    async permission(name) {
      try {
        return (await permissions?.query({ name }))?.state ?? null;
      } catch {
        // It has permissions, and does not know this one.
        return null;
      }
    },
    notifications() {
      const { Notification } = globalThis as Partial<typeof globalThis>;
      return Notification && serviceWorker ? Notification.permission : null;
    },
    touched: () => userActivation?.hasBeenActive ?? true,
    visible: () => document.visibilityState === 'visible',
    suspendsWhenHidden: () =>
      document.querySelector<HomeAssistantElement>('home-assistant')?.hass?.suspendWhenHidden ?? null,
    pageImports: () => [...document.scripts].flatMap(({ src, text }) => (src === '' ? importsOf(text) : [])),
  };
}

/**
 * Home Assistant writes each `extra_module_url` as a dynamic import into its page (frontend, index.html). Modules of
 * dashboards are elements with a `src` that come later.
 */
export function importsOf(script: string): readonly string[] {
  return [...script.matchAll(/\bimport\(\s*(["'])(.*?)\1\s*\)/g)].map(([, , url = '']) => url);
}
