/** What shows this page, as far as it changes where microphone and camera are allowed. */
export type HostKind =
  'fully' | 'companion_android' | 'companion_ios' | 'webview' | 'firefox' | 'safari' | 'chrome_android' | 'chrome';

interface HostFacts {
  readonly userAgent: string;
  /** Fully Kiosk Browser gives its pages `fully`, the Companion app on Android `externalApp`. */
  readonly names: { readonly fully?: unknown; readonly externalApp?: unknown };
}

/** By what apps give to their pages first, since their user agents are those of the browsers they are made of. */
export function hostKind({ userAgent, names }: HostFacts): HostKind {
  if (names.fully !== undefined) return 'fully';
  if (names.externalApp !== undefined) return 'companion_android';
  if (/\b(iPhone|iPad|Macintosh)\b/.test(userAgent) && / Home Assistant\/|^Home Assistant\//.test(userAgent))
    return 'companion_ios';
  if (/; wv\)/.test(userAgent)) return 'webview';
  if (/\bFirefox\//.test(userAgent)) return 'firefox';
  if (/\bChrom(e|ium)\//.test(userAgent)) return /\bAndroid\b/.test(userAgent) ? 'chrome_android' : 'chrome';
  return /\bSafari\//.test(userAgent) ? 'safari' : 'chrome';
}

export const thisHost = (): HostKind => hostKind({ userAgent: navigator.userAgent, names: window as object });
