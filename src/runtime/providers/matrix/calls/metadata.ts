import { type Content, record } from './contents.ts';

/** What a peer says of one of its streams (MSC3077, MSC3291). */
export interface StreamMetadata {
  readonly purpose: 'm.usermedia' | 'm.screenshare';
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
}

/** By stream id, as the description's `msid` names it. */
export type Metadata = ReadonlyMap<string, StreamMetadata>;

const KEYS = ['sdp_stream_metadata', 'org.matrix.msc3077.sdp_stream_metadata'] as const;
const MAX_STREAMS = 16;

/** null: the peer says nothing of its streams (version 0, or older than MSC3077); then there is one, unmuted. */
export function readMetadata(content: Content): Metadata | null {
  const given = KEYS.map((key) => record(content[key])).find((value) => value !== null);
  if (!given) return null;
  const streams = new Map<string, StreamMetadata>();
  for (const [id, value] of Object.entries(given).slice(0, MAX_STREAMS)) {
    const stream = record(value);
    if (!stream) continue;
    streams.set(id, {
      purpose: stream['purpose'] === 'm.screenshare' ? 'm.screenshare' : 'm.usermedia',
      audioMuted: stream['audio_muted'] === true,
      videoMuted: stream['video_muted'] === true,
    });
  }
  return streams;
}

/** A change names only some streams, or all: what it leaves out stays. */
export function mergeMetadata(known: Metadata | null, change: Metadata | null): Metadata | null {
  return change ? new Map([...(known ?? []), ...change]) : known;
}

/** Ours, under both names: deployed clients read either. */
export function writeMetadata(streamId: string, muted: { readonly audio: boolean; readonly video: boolean }): Content {
  const streams = {
    [streamId]: { purpose: 'm.usermedia', audio_muted: muted.audio, video_muted: muted.video },
  };
  return Object.fromEntries(KEYS.map((key) => [key, streams]));
}
