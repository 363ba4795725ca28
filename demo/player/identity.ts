import { ports } from '../ports.ts';

/** The second media player as Home Assistant knows it: a VLC, which is no cast device and opens addresses. */
export const playerDevice = {
  name: 'Bedroom TV',
  entityId: 'media_player.bedroom_tv',
  host: '127.0.0.1',
  port: ports.playerTelnet,
  password: 'player-password',
} as const;
