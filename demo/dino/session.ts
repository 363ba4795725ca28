import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { logFileOf, startProcess, stopAll, type Context, type Service } from '../processes.ts';
import { asUser, ordinaryUser, type User } from './user.ts';

/** What Dino plays, and what it takes for a microphone. */
export const speaker = 'speaker';
const microphone = 'microphone';

export const screenSize = { width: 1280, height: 800 } as const;

/** A desktop that nobody sees: display, message bus and sound, for one user, in a folder that goes with it. */
export interface Session extends Service {
  /** As in the environment: ":7". */
  readonly display: string;
  readonly user: User;
  readonly home: string;
  /** What programs of this session have in their environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Runs a program in it to its end and gives what it printed. */
  run(command: string, args: readonly string[], options?: { timeout?: number; input?: string }): Promise<Buffer>;
}

/** Always another desktop: nothing of an earlier one is found in it. @param name of whom it is, for logs */
export async function startSession(context: Context, name: string): Promise<Session> {
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'call-assist-dino-'));
  const [home, runtime] = [join(folder, 'home'), join(folder, 'run')];
  for (const made of [home, runtime]) mkdirSync(made, { mode: 0o700 });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', remove);
  const stopFolder = async () => {
    process.off('exit', remove);
    remove();
  };
  const services: Service[] = [{ name: 'folder', stop: stopFolder }];
  const stop = () => stopAll(services, (line) => console.error(line));
  try {
    for (const owned of [folder, home, runtime]) chownSync(owned, user.uid, user.gid);
    const display = await startDisplay(context, name, services);
    const bus = `unix:path=${join(runtime, 'bus')}`;
    const environment = {
      HOME: home,
      XDG_RUNTIME_DIR: runtime,
      XDG_DATA_HOME: undefined,
      XDG_CONFIG_HOME: undefined,
      XDG_CACHE_HOME: undefined,
      XDG_CURRENT_DESKTOP: undefined,
      WAYLAND_DISPLAY: undefined,
      DISPLAY: display,
      DBUS_SESSION_BUS_ADDRESS: bus,
      PULSE_SERVER: `unix:${join(runtime, 'pulse', 'native')}`,
      PULSE_LATENCY_MSEC: '20',
      LC_ALL: 'C.UTF-8',
    };
    const run: Session['run'] = (command, args, { timeout = 10_000, input } = {}) => {
      const running = promisify(execFile)(command, args, {
        ...user,
        cwd: '/',
        env: { ...process.env, ...environment },
        encoding: 'buffer',
        maxBuffer: 64 * 1024 * 1024,
        timeout,
      });
      running.child.stdin?.end(input);
      return running.then(({ stdout }) => stdout);
    };
    const session = { name, display, user, home, environment, run, stop };
    await startBus(context, session, folder, services);
    await startSound(context, session, folder, services);
    return session;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDisplay(context: Context, name: string, services: Service[]): Promise<string> {
  const program = `${name} display`;
  const number = () => /^\d+$/m.exec(readFileSync(logFileOf(context, program), 'utf8'))?.[0];
  const { width, height } = screenSize;
  services.push(
    await startProcess(context, {
      name: program,
      command: 'Xvfb',
      args: ['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
      ready: async () => number() !== undefined,
    }),
  );
  return `:${number()}`;
}

type Parts = Omit<Session, 'stop'>;

/** A bus that starts nothing by itself: no settings, no portal, no notification service of a desktop answers. */
async function startBus(context: Context, session: Parts, folder: string, services: Service[]): Promise<void> {
  const file = join(folder, 'bus.conf');
  writeFileSync(file, busConfiguration(session.environment['DBUS_SESSION_BUS_ADDRESS']!));
  chmodSync(file, 0o644);
  const [command, args] = asUser(session.user, 'dbus-daemon', [`--config-file=${file}`, '--nofork', '--nopidfile']);
  const names = ['call', '--session', '-d', 'org.freedesktop.DBus', '-o', '/', '-m', 'org.freedesktop.DBus.ListNames'];
  services.push(
    await startProcess(context, {
      name: `${session.name} bus`,
      command,
      args,
      cwd: '/',
      env: session.environment,
      ready: async () => (await session.run('gdbus', names)).length > 0,
    }),
  );
}

const busConfiguration = (
  address: string,
) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/**
 * Sound without hardware. What is played goes nowhere but can be recorded. The microphone is a source of its own
 * kind, since Dino takes no monitor for one, and hears a tone that swells and fades like speech, all the time.
 */
async function startSound(context: Context, session: Parts, folder: string, services: Service[]): Promise<void> {
  const file = join(folder, 'sound.pa');
  writeFileSync(file, soundScript);
  chmodSync(file, 0o644);
  const asOurUser = (command: string, ...args: string[]) => {
    const [first, rest] = asUser(session.user, command, args);
    return { command: first, args: rest, cwd: '/', env: session.environment };
  };
  services.push(
    await startProcess(context, {
      name: `${session.name} sound`,
      ...asOurUser('pulseaudio', '-n', `--file=${file}`, '--exit-idle-time=-1', '--daemonize=no', '--disallow-exit'),
      ready: async () => (await session.run('pactl', ['get-default-source'])).toString().trim() === microphone,
    }),
  );
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=220:sample_rate=48000,tremolo=f=4:d=0.9,volume=3'];
  const player = ['-f', 'pulse', '-device', 'voice', 'voice'];
  services.push(
    await startProcess(context, {
      name: `${session.name} voice`,
      ...asOurUser('ffmpeg', '-hide_banner', '-loglevel', 'error', '-nostdin', ...tone, '-ac', '1', ...player),
      ready: async () => (await session.run('pactl', ['list', 'short', 'sink-inputs'])).length > 0,
    }),
  );
}

const soundScript = `
load-module module-native-protocol-unix
load-module module-null-sink sink_name=${speaker} rate=48000
load-module module-null-sink sink_name=voice rate=48000
load-module module-remap-source master=voice.monitor source_name=${microphone}
set-default-sink ${speaker}
set-default-source ${microphone}
`;
