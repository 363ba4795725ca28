import type { Millis } from '../../call/call.ts';

/** How a player gets a stream from a go2rtc. */
export interface StreamFormat {
  readonly name: 'mpeg-ts' | 'mp4' | 'hls';
  /** Of go2rtc's API. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** As `media_player.play_media` is told. */
  readonly contentType: string;
  /** What it is told beside; only cast devices look at it. */
  readonly extra?: object;
  /** Whether the call's sound is in it: go2rtc puts opus into MP4 alone. */
  readonly sound: boolean;
  /** How far pictures are behind those of the tablet, as measured (bench/RESULTS.md): nothing tells it in a call. */
  readonly behind: Millis;
}

export const MPEG_TS: StreamFormat = {
  name: 'mpeg-ts',
  path: 'stream.ts',
  query: {},
  contentType: 'video',
  sound: false,
  behind: 1_000,
};

export const MP4: StreamFormat = {
  name: 'mp4',
  path: 'stream.mp4',
  query: { mp4: 'all' },
  contentType: 'video',
  sound: true,
  behind: 1_500,
};

export const HLS: StreamFormat = {
  name: 'hls',
  path: 'stream.m3u8',
  // In pieces of MP4, as Home Assistant's own; without this they are of MPEG-TS, which hls.js shows nothing of.
  query: { mp4: '' },
  // What Home Assistant itself says when it plays a camera.
  contentType: 'application/vnd.apple.mpegurl',
  extra: { stream_type: 'LIVE', media_info: { hlsVideoSegmentFormat: 'fmp4' } },
  sound: false,
  behind: 4_000,
};
