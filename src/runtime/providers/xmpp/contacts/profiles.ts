import type { XmlElement } from '../jingle/element.ts';
import type { AvatarSource } from './avatars.ts';
import { type Published, readPhotoHash } from './published.ts';

interface Profile {
  /** Given by themselves (XEP-0172). */
  readonly nick?: string;
  /** In their vCard. */
  readonly vcardName?: string;
  /** Hash of what they publish (XEP-0084); null: no picture; undefined: not known. */
  readonly published?: string | null;
  /** Hash of what their vCard holds (XEP-0153), as above. */
  readonly photo?: string | null;
}

/** What people of the roster say of themselves, by bare JID. */
export class Profiles {
  readonly #profiles = new Map<string, Profile>();

  heard(jid: string, news: Published): void {
    this.#set(jid, 'nick' in news ? { nick: news.nick } : { published: news.avatar });
  }

  came(jid: string, presence: XmlElement): void {
    const photo = readPhotoHash(presence);
    if (photo !== undefined) this.#set(jid, { photo });
  }

  named(jid: string, vcardName: string): void {
    this.#set(jid, { vcardName });
  }

  /** Empty if none is known. */
  nick(jid: string): string {
    const { nick, vcardName } = this.#profiles.get(jid) ?? {};
    return nick || vcardName || '';
  }

  /** Hash of the picture that stands for them. */
  avatar(jid: string): string | null {
    const { published, photo } = this.#profiles.get(jid) ?? {};
    return published ?? photo ?? null;
  }

  /** Where the pictures of these people are, by hash. */
  sources(jids: Iterable<string>): ReadonlyMap<string, AvatarSource> {
    const sources = new Map<string, AvatarSource>();
    for (const jid of jids) {
      const hash = this.avatar(jid);
      if (hash === null || sources.has(hash)) continue;
      sources.set(hash, { jid, from: hash === this.#profiles.get(jid)?.published ? 'published' : 'vcard' });
    }
    return sources;
  }

  /** Forgets everybody else. */
  keep(jids: { has(jid: string): boolean }): void {
    for (const jid of [...this.#profiles.keys()]) if (!jids.has(jid)) this.#profiles.delete(jid);
  }

  #set(jid: string, change: Profile): void {
    this.#profiles.set(jid, { ...this.#profiles.get(jid), ...change });
  }
}
