import type { CallView } from '../../runtime/api.ts';
import type { DeviceSettings } from '../../runtime/settings/device-settings.ts';

export type HideNames = DeviceSettings['hideNames'];

const ORDER: readonly HideNames[] = ['show', 'while-ringing', 'always'];
/** What the cards on this page ask for, by card. */
const wishes = new Map<object, HideNames>();

/**
 * A card on this page hides names more than the device does. A card calls it whenever it enters or leaves the
 * document; the overlay looks at it with every call.
 * @param mode null: the card is gone, or asks for nothing.
 */
export function hideNamesFor(card: object, mode: HideNames | null): void {
  if (mode === null) wishes.delete(card);
  else wishes.set(card, mode);
}

/** The strictest of what device and cards say. */
export function hideNames(device: HideNames): HideNames {
  return [device, ...wishes.values()].reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a));
}

/** Whether this call must not say who it is with. */
export function hides(call: CallView, mode: HideNames): boolean {
  if (mode === 'always') return true;
  return mode === 'while-ringing' && call.direction === 'incoming' && call.answered === null;
}

/** The call without anything that tells who it is; its id stays, so that its buttons work. */
export function masked(call: CallView, name: string): CallView {
  return {
    ...call,
    peer: { ...call.peer, contactId: '', address: '', name },
    accountAddress: '',
    protocolName: '',
    avatar: null,
  };
}
