import { execFile } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parsePpm, type Picture } from '../dino/picture.ts';
import { asUser, ordinaryUser } from '../dino/user.ts';
import { listenTo } from '../player/ear.ts';
import { playerDevice } from '../player/identity.ts';
import { Telnet } from '../player/telnet.ts';
import { startProcess, type Context, type Service } from '../processes.ts';
import { waitFor } from '../wait.ts';

/** A picture that the player has shown. */
export interface Shown {
  /** When it was asked for what it shows, in ms since 1970: at most one frame earlier than that was shown. */
  readonly at: number;
  readonly picture: Picture;
}

/** The TV of the bedroom: a VLC without a window, which Home Assistant controls over telnet. */
export interface Player extends Service {
  readonly entityId: string;
  /** How much of it was heard so far: mean squares of full scale times seconds. */
  readonly heard: number;
  /** What it shows now: the top of the picture, as it was decoded. Rejects where it shows none. */
  look(): Promise<Shown>;
  /** The address it plays; undefined: none. */
  address(): Promise<string | undefined>;
}

/** Nothing of an earlier one is found in it. */
export async function startPlayer(context: Context): Promise<Player> {
  // VLC does not run as root, and who it runs as reads nothing of ours.
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'call-assist-player-'));
  const snapshots = join(folder, 'snapshots');
  mkdirSync(snapshots);
  for (const owned of [folder, snapshots]) chownSync(owned, user.uid, user.gid);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', remove);
  const sound = join(folder, 'sound');
  const ear = listenTo(sound, user);
  const { port, password } = playerDevice;
  const [command, args] = asUser(user, 'vlc', [
    ...['--intf', 'telnet', '--telnet-host', '127.0.0.1', '--telnet-port', String(port), '--telnet-password', password],
    // Nothing to see, and heard by us alone, but everything is decoded in its time.
    ...['--vout', 'dummy', '--no-dbus', '--no-video-title-show', '--network-caching', '300'],
    ...['--aout', 'afile', '--audiofile-file', sound, '--audiofile-format', 's16', '--audiofile-channels', '2'],
    ...['--no-audiofile-wav'],
    ...[
      '--snapshot-path',
      snapshots,
      '--snapshot-format',
      'png',
      '--no-snapshot-preview',
      '--no-metadata-network-access',
    ],
  ]);
  let telnet: Telnet | undefined;
  const isReady = async () => {
    telnet = await Telnet.open(port, password);
    return true;
  };
  const env = { HOME: folder, XDG_RUNTIME_DIR: folder, DISPLAY: undefined };
  const stopFolder = () => {
    process.off('exit', remove);
    ear.close();
    remove();
  };
  let vlc: Service;
  try {
    vlc = await startProcess(context, { name: 'player', command, args, cwd: '/', env, ready: isReady });
  } catch (error) {
    stopFolder();
    throw error;
  }
  const run = (line: string) => telnet!.run(line);
  return {
    name: 'player',
    entityId: playerDevice.entityId,
    get heard() {
      return ear.heard;
    },
    async look() {
      for (const old of readdirSync(snapshots)) rmSync(join(snapshots, old), { force: true });
      const at = Date.now();
      await run('snapshot');
      const isThere = async () => readdirSync(snapshots).find((name) => name.endsWith('.png'));
      const name = await waitFor('a snapshot of the player', isThere, { timeout: 2_000, interval: 20 });
      // It is there before all of it is written.
      const read = () => top(join(snapshots, name));
      return { at, picture: await waitFor('the whole snapshot', read, { timeout: 2_000, interval: 20 }) };
    },
    async address() {
      return /new input: (\S+)/.exec(await run('status'))?.[1];
    },
    async stop() {
      telnet?.close();
      await vlc.stop();
      stopFolder();
    },
  };
}

/** The timecode's lines are at the top. */
async function top(file: string): Promise<Picture> {
  const options = { encoding: 'buffer', maxBuffer: 8 * 1024 * 1024, timeout: 5_000 } as const;
  const crop = ['-frames:v', '1', '-vf', 'crop=iw:40:0:0', '-f', 'image2pipe', '-c:v', 'ppm', '-'];
  const { stdout } = await promisify(execFile)('ffmpeg', ['-v', 'error', '-i', file, ...crop], options);
  return parsePpm(stdout);
}
