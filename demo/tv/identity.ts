import { portOffset } from '../ports.ts';

/**
 * The virtual TV as Home Assistant knows it. Where cast devices listen is fixed, so each stack's has an address of its
 * own on the loopback interface.
 */
export const tvDevice = {
  name: 'Living Room TV',
  entityId: 'media_player.living_room_tv',
  uuid: '4f1d2c66-7a0b-4d6e-9a55-9f0c1b7e5a01',
  host: `127.9.${portOffset >> 8}.${portOffset & 255}`,
  /** Who it is, over HTTP. */
  infoPort: 8008,
  /** CAST v2 over TLS. */
  castPort: 8009,
} as const;
