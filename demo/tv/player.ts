/**
 * The page of the default media receiver: plays one address, by hls.js or by the browser itself. Bundled by
 * `pages.ts`; driven by `media-app.ts`.
 */
import HlsPlayer from 'hls.js';

export interface Load {
  readonly url: string;
  readonly type: string;
  readonly autoplay: boolean;
}

/** How it is with what is played, in the words of CAST v2. */
export interface Playback {
  readonly playerState: 'BUFFERING' | 'PLAYING' | 'PAUSED' | 'IDLE';
  readonly idleReason?: 'FINISHED' | 'ERROR';
  /** Seconds. */
  readonly currentTime: number;
  /** Seconds; null: it has no end. */
  readonly duration: number | null;
}

export interface Player {
  load(what: Load): void;
  play(): void;
  pause(): void;
  stop(): void;
  seek(seconds: number): void;
  setVolume(level: number, muted: boolean): void;
}

declare global {
  interface Window {
    player: Player;
    /** Given by the device. */
    playback: (state: Playback) => Promise<void>;
  }
}

const video = document.querySelector('video')!;
const image = document.querySelector('img')!;
let hls: HlsPlayer | undefined;

const tell = (playerState: Playback['playerState'], idleReason?: 'FINISHED' | 'ERROR') =>
  void window.playback({
    playerState,
    ...(idleReason && { idleReason }),
    currentTime: video.currentTime,
    duration: Number.isFinite(video.duration) ? video.duration : null,
  });

const failed = () => tell('IDLE', 'ERROR');
video.addEventListener('playing', () => tell('PLAYING'));
video.addEventListener('loadeddata', () => !video.autoplay && tell('PAUSED'));
video.addEventListener('waiting', () => tell('BUFFERING'));
video.addEventListener('pause', () => !video.ended && tell('PAUSED'));
video.addEventListener('ended', () => tell('IDLE', 'FINISHED'));
video.addEventListener('error', () => video.hasAttribute('src') && failed());
image.addEventListener('load', () => tell('PAUSED'));
image.addEventListener('error', failed);

window.player = {
  load({ url, type, autoplay }) {
    this.stop();
    const isPicture = type.startsWith('image/');
    video.hidden = isPicture;
    image.hidden = !isPicture;
    video.autoplay = autoplay;
    tell('BUFFERING');
    if (isPicture) image.src = url;
    else if (isHls(url, type)) {
      hls = new HlsPlayer();
      hls.on(HlsPlayer.Events.ERROR, (_, { fatal }) => fatal && failed());
      hls.loadSource(url);
      hls.attachMedia(video);
    } else video.src = url;
  },
  play: () => void video.play().catch(failed),
  pause: () => video.pause(),
  stop() {
    hls?.destroy();
    hls = undefined;
    video.removeAttribute('src');
    video.load(); // lets go of what it has
  },
  seek: (seconds) => void (video.currentTime = seconds),
  setVolume(level, muted) {
    video.volume = level;
    video.muted = muted;
  },
};

function isHls(url: string, type: string): boolean {
  return /mpegurl|^hls$/i.test(type) || new URL(url).pathname.endsWith('.m3u8');
}
