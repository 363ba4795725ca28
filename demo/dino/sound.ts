import { spawn } from 'node:child_process';
import { speaker, type Session } from './session.ts';

const rate = 48_000;
const bytesPerSample = 2;
const format = ['--format=s16le', `--rate=${rate}`, '--channels=1', '--raw'];
const record = ['parec', `--device=${speaker}.monitor`, ...format, '--latency-msec=20'] as const;
/** The root of the mean square of silence is 0: no device is between what plays and the recording. */
const quiet = 1e-4;
/** How long the pieces are that are looked at, in samples: 10 ms. */
const piece = rate / 100;

/** How loud what is played is, 0 to 1: the root of the mean square of one second. */
export async function loudness(session: Session): Promise<number> {
  const script = '"$@" | head -c "$BYTES"';
  const sound = await session.run('env', [`BYTES=${rate * bytesPerSample}`, 'sh', '-c', script, 'sh', ...record]);
  return rootMeanSquare(sound);
}

/** When something is played next, in milliseconds since 1970; null if nothing is within `timeout` milliseconds. */
export function firstSound({ user, environment }: Session, timeout: number): Promise<number | null> {
  const [command, ...args] = record;
  const recorder = spawn(command, args, { ...user, cwd: '/', env: { ...process.env, ...environment } });
  let rest: Buffer = Buffer.alloc(0);
  return new Promise((resolve, reject) => {
    const done = (at: number | null) => {
      clearTimeout(timer);
      recorder.kill();
      resolve(at);
    };
    const timer = setTimeout(() => done(null), timeout);
    recorder.on('error', reject);
    recorder.stdout.on('data', (chunk: Buffer) => {
      const heard = Date.now();
      rest = Buffer.concat([rest, chunk]);
      const size = piece * bytesPerSample;
      for (; rest.length >= size; rest = rest.subarray(size)) {
        const behind = rest.length / bytesPerSample / (rate / 1000);
        if (rootMeanSquare(rest.subarray(0, size)) > quiet) return done(heard - behind);
      }
    });
  });
}

function rootMeanSquare(sound: Buffer): number {
  const count = Math.floor(sound.length / bytesPerSample);
  let sum = 0;
  for (let at = 0; at < count; at++) sum += (sound.readInt16LE(at * bytesPerSample) / 32_768) ** 2;
  return Math.sqrt(sum / Math.max(1, count));
}
