import { clock } from '../../../runtime/platform/clock.ts';
import { followLevel } from '../../../runtime/platform/level.ts';
import { Scope } from '../../../runtime/platform/scope.ts';

export interface EarOptions {
  /** Hear a track of this device although it is muted; a copy of it is, so that nothing more is sent. */
  readonly throughMute?: boolean;
  readonly createContext?: () => AudioContext;
}

/** Listens to one track, to show how loud it is; nothing is kept. */
export class Ear {
  readonly #heard: (peak: number) => void;
  readonly #options: EarOptions;
  #track: MediaStreamTrack | null = null;
  #scope: Scope | null = null;

  /** @param heard ten times a second: the loudest amplitude since the last time, 0 to 1; 0 once nobody is heard */
  constructor(heard: (peak: number) => void, options: EarOptions = {}) {
    this.#heard = heard;
    this.#options = options;
  }

  /** From now on this one, or nobody. Call it as often as you like. */
  listen(track: MediaStreamTrack | null): void {
    if (track === this.#track) return;
    this.#track = track;
    if (this.#scope) {
      void this.#scope.close();
      this.#scope = null;
      this.#heard(0);
    }
    if (track?.readyState === 'live') this.#follow(track);
  }

  #follow(track: MediaStreamTrack): void {
    const scope = (this.#scope = new Scope(reportError));
    const { throughMute, createContext = () => new AudioContext() } = this.#options;
    const onLevel = (peak: number | null): void => this.#heard(peak ?? 0);
    try {
      followLevel({ track: throughMute ? copy(track, scope) : track, createContext, clock, scope, onLevel });
    } catch {
      // A browser that cannot listen shows nothing; the call goes on.
      void scope.close();
    }
  }
}

function copy(track: MediaStreamTrack, scope: Scope): MediaStreamTrack {
  const own = track.clone();
  own.enabled = true;
  scope.add(() => own.stop());
  return own;
}
