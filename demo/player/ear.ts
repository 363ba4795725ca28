import { execFileSync } from 'node:child_process';
import { constants, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { asUser, type User } from '../dino/user.ts';

/** What a player says through a pipe instead of a loudspeaker. */
export interface Ear {
  /** How much of it was heard so far: mean squares of full scale times seconds. */
  readonly heard: number;
  close(): void;
}

/** Bytes, as VLC is told to write them: the least significant first. */
const SAMPLE = 2;
/** In a second, of two channels, at the rate of opus. */
const SAMPLES = 2 * 48_000;

/** Makes a pipe that the user may write to, and listens; who writes never waits. @param path in a folder of the user */
export function listenTo(path: string, user: User): Ear {
  execFileSync(...asUser(user, 'mkfifo', [path]));
  // Open for writing as well: it has no end when the player begins something else.
  const pipe = new Socket({ fd: openSync(path, constants.O_RDWR | constants.O_NONBLOCK) });
  let heard = 0;
  let rest: Buffer = Buffer.alloc(0);
  pipe.on('data', (bytes: Buffer) => {
    const all = Buffer.concat([rest, bytes]);
    const end = all.length - (all.length % SAMPLE);
    for (let at = 0; at < end; at += SAMPLE) heard += (all.readInt16LE(at) / 32_768) ** 2 / SAMPLES;
    rest = all.subarray(end);
  });
  return {
    get heard() {
      return heard;
    },
    close: () => void pipe.destroy(),
  };
}
