import { type XmlElement, childOf, childrenOf, element, textOf } from '../jingle/element.ts';
import { attribute } from '../jingle/values.ts';
import {
  NS_AVATAR_DATA,
  NS_AVATAR_METADATA,
  NS_NICK,
  NS_PUBSUB,
  NS_PUBSUB_EVENT,
  NS_VCARD,
  NS_VCARD_UPDATE,
} from './namespaces.ts';
import { MAX_PICTURE, decodePicture } from './picture.ts';
import { readName } from './text.ts';

const SHA1 = /^[0-9a-f]{40}$/;
const MAX_INFOS = 20;

/** What somebody has published of themselves (XEP-0163). `hash`: of their picture; null: they have none. */
export type Published = { readonly avatar: string | null } | { readonly nick: string };

/** The news of a message from somebody's account; null where it holds none that we asked for. */
export function readPublished(message: XmlElement): Published | null {
  const event = childOf(message, NS_PUBSUB_EVENT, 'event');
  const items = event && childOf(event, NS_PUBSUB_EVENT, 'items');
  const item = items && childOf(items, NS_PUBSUB_EVENT, 'item');
  if (!item) return null;
  const node = attribute(items, 'node');
  if (node === NS_NICK) {
    const nick = childOf(item, NS_NICK, 'nick');
    return nick && { nick: readName(textOf(nick)) };
  }
  const metadata = node === NS_AVATAR_METADATA ? childOf(item, NS_AVATAR_METADATA, 'metadata') : null;
  return metadata && { avatar: avatarOf(metadata) };
}

/** Of a presence (XEP-0153, 3): a hash, null for no picture; undefined where it doesn't say. */
export function readPhotoHash(presence: XmlElement): string | null | undefined {
  const update = childOf(presence, NS_VCARD_UPDATE, 'x');
  const photo = update && childOf(update, NS_VCARD_UPDATE, 'photo');
  if (!photo) return undefined;
  const hash = textOf(photo).toLowerCase();
  return SHA1.test(hash) ? hash : null;
}

/** Of a presence that asks to be a contact (XEP-0172, 4.2); empty where it says none. */
export function readNick(stanza: XmlElement): string {
  const nick = childOf(stanza, NS_NICK, 'nick');
  return nick ? readName(textOf(nick)) : '';
}

/** XEP-0084, 3.3. */
export function avatarRequest(hash: string): XmlElement {
  const item = element(NS_PUBSUB, 'item', { id: hash });
  return element(NS_PUBSUB, 'pubsub', {}, [element(NS_PUBSUB, 'items', { node: NS_AVATAR_DATA }, [item])]);
}

/** Of an answer to {@link avatarRequest}. */
export function readAvatarData(pubsub: XmlElement | null): Uint8Array<ArrayBuffer> | null {
  const items = pubsub && childOf(pubsub, NS_PUBSUB, 'items');
  const item = items && childOf(items, NS_PUBSUB, 'item');
  const data = item && childOf(item, NS_AVATAR_DATA, 'data');
  return data && decodePicture(textOf(data));
}

/** XEP-0054, 3.1. */
export const VCARD_REQUEST = element(NS_VCARD, 'vCard');

export interface VCard {
  readonly name: string;
  readonly photo: Uint8Array<ArrayBuffer> | null;
}

/** Of an answer to {@link VCARD_REQUEST}: what they call themselves, and their picture. */
export function readVCard(vcard: XmlElement | null): VCard {
  const text = (parent: XmlElement | null, name: string): string => {
    const child = parent && childOf(parent, NS_VCARD, name);
    return child ? textOf(child) : '';
  };
  const photo = vcard && childOf(vcard, NS_VCARD, 'PHOTO');
  const name = readName(text(vcard, 'NICKNAME')) || readName(text(vcard, 'FN'));
  return { name, photo: decodePicture(text(photo, 'BINVAL')) };
}

/** The hash of one that is stored on their server and not too large (XEP-0084, 4.2.1). */
function avatarOf(metadata: XmlElement): string | null {
  for (const info of childrenOf(metadata, NS_AVATAR_METADATA, 'info').slice(0, MAX_INFOS)) {
    const [hash, type, bytes] = [
      attribute(info, 'id')?.toLowerCase(),
      attribute(info, 'type'),
      attribute(info, 'bytes'),
    ];
    if (hash === undefined || !SHA1.test(hash) || attribute(info, 'url') !== null) continue;
    if ((type === 'image/png' || type === 'image/jpeg') && Number(bytes) <= MAX_PICTURE) return hash;
  }
  return null;
}
