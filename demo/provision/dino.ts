import { debianPackages, hostPackages } from './debian.ts';
import { provision } from './provision.ts';

/** Dino, and a desktop for it that nobody sees: display, message bus, sound, hands and eyes. */
export const dino = debianPackages(
  'Dino 0.4.2',
  [
    'dino-im',
    ...['dbus', 'ffmpeg', 'pulseaudio', 'pulseaudio-utils', 'xvfb'],
    ...['gstreamer1.0-nice', 'gstreamer1.0-pulseaudio'],
    ...['gstreamer1.0-plugins-base', 'gstreamer1.0-plugins-good', 'gstreamer1.0-plugins-bad'],
    ...['imagemagick', 'libglib2.0-bin', 'sqlite3', 'xdotool'],
  ],
  [hostPackages],
);

/**
 * Installs what Dino needs; nothing, and without a word, if it is there. Apart from what every stack needs, since only
 * who asks for a Dino needs it.
 * @throws an error that says what is missing and what to do
 */
export function provisionDino(print: (line: string) => void, signal?: AbortSignal): Promise<void> {
  return provision(print, signal, [dino]);
}
