import type { Meeting } from './meeting.ts';
import type { Membership } from './signalling/memberships.ts';

type Others = Pick<Meeting, 'others' | 'isPresent'>;

/** Who else is in a call: other people than us, and no memberships that dead apps have left behind. */
export class Company {
  readonly #ourUserId: string;
  /** Memberships that nobody was behind when we came. */
  #ghosts: ReadonlySet<string> = new Set();

  constructor(ourUserId: string) {
    this.#ourUserId = ourUserId;
  }

  /** We have come, and know who is at an SFU: whoever is not there now has to come there to count. */
  look(meeting: Others): void {
    this.#ghosts = new Set(meeting.others.flatMap((one) => (meeting.isPresent(one) ? [] : [one.eventId])));
  }

  /** Whether somebody is there. */
  isIn(meeting: Others): boolean {
    const isThere = (one: Membership): boolean =>
      one.userId !== this.#ourUserId && (!this.#ghosts.has(one.eventId) || meeting.isPresent(one));
    return meeting.others.some(isThere);
  }
}
