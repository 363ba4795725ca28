import { mutedMedia, muteInfo } from '../jingle/session-info.ts';
import type { JingleSession } from '../jingle/session.ts';
import type { Info, Media } from '../jingle/types.ts';
import type { LocalTracks } from '../../provider.ts';

/** What both sides of a session know of each other's muting (XEP-0167, 8). Unmuted is what nobody has to say. */
export class Mutes {
  readonly #theirs = new Set<Media>();
  readonly #told = new Set<Media>();
  #held = false;

  /** What is to be told so that the peer knows what we send now; only what it does not know yet. */
  tell(session: JingleSession, tracks: LocalTracks): readonly Info[] {
    const muted = {
      audio: tracks.audioMuted || tracks.audio === null,
      video: tracks.videoMuted || tracks.video === null,
    };
    return (['audio', 'video'] as const).flatMap((media): readonly Info[] => {
      // What is not sent at all has to be said anew once it is.
      if (!sends(session, media)) this.#told.delete(media);
      else if (muted[media] !== this.#told.has(media)) return this.#say(session, media, muted[media]);
      return [];
    });
  }

  /** Something of theirs: mute and hold, or nothing of these. */
  hear(session: JingleSession, infos: readonly Info[]): void {
    for (const info of infos) {
      if (info.type === 'hold' || info.type === 'unhold') this.#held = info.type === 'hold';
      for (const media of mutedMedia(session, info)) {
        if (info.type === 'mute') this.#theirs.add(media);
        else this.#theirs.delete(media);
      }
    }
  }

  /** Whether they have put the call on hold. */
  get held(): boolean {
    return this.#held;
  }

  muted(media: Media): boolean {
    return this.#held || this.#theirs.has(media);
  }

  #say(session: JingleSession, media: Media, muted: boolean): readonly Info[] {
    if (muted) this.#told.add(media);
    else this.#told.delete(media);
    return muteInfo(session, media, muted);
  }
}

function sends({ sections, role }: JingleSession, media: Media): boolean {
  return sections.some(({ media: of, state, senders }) => {
    return of === media && state === 'open' && (senders === 'both' || senders === role);
  });
}
