const UNKNOWN = 'unknown';

/** `1.2.3`, `2026.11.0b2`; anything else is not repeated. */
export const versionText = (version: string | null): string =>
  version !== null && /^\d{1,4}\.\d{1,4}\.\d{1,4}(?:[-.]?(?:alpha|beta|b|rc|dev)[.\d]{0,12})?$/.test(version)
    ? version
    : UNKNOWN;

/** In this order: each names those before it as well. */
const ENGINES: readonly (readonly [string, RegExp])[] = [
  ['Firefox', /\bFirefox\/(\d+)/],
  ['Edge', /\bEdg\/(\d+)/],
  ['Chromium', /\b(?:HeadlessChrome|Chrome|Chromium)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+(?:\.\d+)?)\b.*\bSafari\//],
  ['WebKit', /\bAppleWebKit\/(\d+)/],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['Android', /\bAndroid (\d+)/],
  ['iOS', /\b(?:iPhone )?OS (\d+)_\d+/],
  ['Windows', /\bWindows NT (\d+)/],
  ['macOS', /\bMac OS X (\d+)/],
  ['ChromeOS', /\bCrOS\b()/],
  ['Linux', /\bLinux\b()/],
];
/** Programs that show pages, as they name themselves. */
const HOSTS: readonly (readonly [string, RegExp])[] = [
  ['Home Assistant app', /\bHome Assistant\//],
  ['Fully Kiosk', /\bFully(?:Kiosk)?\b/i],
  ['Kiosk Satellite', /\bKioskSatellite\b/i],
  ['WebView', /; wv\)/],
];

/** "Chromium 156 on Android 12, Home Assistant app": nothing of a user agent but what is known. */
export function browserText(userAgent: string): string {
  const first = (list: typeof ENGINES): string | undefined => {
    for (const [name, pattern] of list) {
      const found = pattern.exec(userAgent);
      if (found) return [name, ...(found[1] ? [found[1]] : [])].join(' ');
    }
    return undefined;
  };
  const hosts = HOSTS.filter(([, pattern]) => pattern.test(userAgent)).map(([name]) => name);
  return [`${first(ENGINES) ?? UNKNOWN} on ${first(SYSTEMS) ?? UNKNOWN}`, ...hosts].join(', ');
}
