import { playerDevice } from '../player/identity.ts';
import { writeConfigEntry } from './config-entry.ts';

/** Lets Home Assistant control the second player: it asks for it until it is there. */
export function writePlayerEntry(folder: string): void {
  const { name, host, port, password } = playerDevice;
  writeConfigEntry(folder, {
    domain: 'vlc_telnet',
    title: name,
    data: { name, host, port, password },
    entryId: '01M7YQ0000000000000000P1AY',
  });
}
