import { People } from './people.ts';
import type { Contacts, ContactsContext } from './types.ts';

export type { Remembered } from './remembered.ts';
export type { Contacts, ContactsContext } from './types.ts';

export function createContacts(context: ContactsContext): Contacts {
  return new People(context);
}
