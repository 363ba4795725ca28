import type { CallDisplayView, DisplayView } from '../../../../src/runtime/displays/view.ts';

/** A call that is shown and heard on the TV of the living room. */
export function callDisplay(change: Partial<CallDisplayView> = {}): CallDisplayView {
  return {
    wanted: 'media_player.living_room',
    name: 'Living-room TV',
    area: 'Living room',
    state: 'there',
    way: 'cast-view',
    sound: 'display',
    heardHere: change.sound === 'this_device' || (change.state ?? 'there') !== 'there',
    soundBlocked: false,
    volume: 0.4,
    behind: null,
    failure: null,
    ...change,
  };
}

/** The TV of the living room, which can show calls. */
export function screen(change: Partial<DisplayView> = {}): DisplayView {
  return {
    id: 'media_player.living_room',
    name: 'Living-room TV',
    area: 'Living room',
    ways: [{ way: 'cast-view', capability: { can: true } }],
    inUse: false,
    last: null,
    ...change,
  };
}
