import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startProcess, type Context, type Service } from '../processes.ts';
import { furnish } from './database.ts';
import { startNameServer } from './name-server.ts';
import type { Session } from './session.ts';
import { asUser } from './user.ts';

/** The account Dino has, and where its server is. */
export interface DinoAccount {
  /** Bare. */
  readonly jid: string;
  readonly password: string;
  readonly domain: string;
  /** Where the server takes streams with STARTTLS, on this machine. */
  readonly port: number;
  /** The certificate of the CA that vouches for it. */
  readonly caFile: string;
}

const trusted = '/etc/ssl/certs/ca-certificates.crt';
const resolver = '/etc/resolv.conf';
const standardPort = 5222;

/**
 * Starts Dino in a session, with its account, in a mount namespace of its own: what it trusts and whom it asks for
 * names is ours, and goes with it. Its stanzas are in its log, but for those that sign in.
 */
export async function startProgram(
  context: Context,
  session: Session,
  account: DinoAccount,
  services: Service[],
): Promise<void> {
  await session.run('dino-im', ['--version']); // makes the database
  await furnish(session, account);
  const folder = dirname(session.home);
  const certificates = place(folder, 'ca.crt', [trusted, account.caFile].map(read).join('\n'));
  const mounts: [string, string][] = [[certificates, trusted]];
  if (account.port !== standardPort) {
    const names = await startNameServer(account.domain, account.port);
    services.push(names);
    const content = `nameserver ${names.address}\noptions timeout:1 attempts:1\n`;
    mounts.push([place(folder, 'resolv.conf', content), resolver]);
  }
  const [command, args] = inNamespace(session, mounts, [
    'dino-im',
    '--print-xmpp',
    'iq|message|presence|failure|error',
  ]);
  services.push(
    await startProcess(context, {
      name: session.name,
      command,
      args,
      cwd: '/',
      env: { ...session.environment, ...plain },
      ready: async () => (await session.run('gdbus', isThere)).includes('true'),
    }),
  );
}

/**
 * Nothing of hardware or of a desktop: it draws by itself, and what it is told to remember stays in memory. Its
 * microphone's first sound comes late: Dino 0.4.2 opens it before what takes the sound is in place, and if the sound
 * is first, on a busy machine, all of that call is without.
 */
const plain = {
  PULSE_LATENCY_MSEC: '200',
  GDK_BACKEND: 'x11',
  GSK_RENDERER: 'cairo',
  LIBGL_ALWAYS_SOFTWARE: '1',
  GTK_A11Y: 'none',
  GSETTINGS_BACKEND: 'memory',
};

const isThere = [
  ...['call', '--session', '-d', 'org.freedesktop.DBus', '-o', '/'],
  ...['-m', 'org.freedesktop.DBus.NameHasOwner', 'im.dino.Dino'],
];

const read = (file: string) => readFileSync(file, 'utf8');

function place(folder: string, name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  chmodSync(file, 0o644);
  return file;
}

/** A command line that runs another one with files in the place of the system's. It stays one process. */
function inNamespace(
  { user }: Session,
  mounts: readonly (readonly [string, string])[],
  [program, ...rest]: readonly [string, ...string[]],
): [string, string[]] {
  const script = `${mounts.map(() => 'mount --bind "$1" "$2" && shift 2').join(' && ')} && exec "$@"`;
  const isRoot = process.getuid!() === 0;
  // Who is not root is it in a user namespace, and in another one below it himself again.
  const own = isRoot ? [] : ['--user', '--map-root-user'];
  const again = ['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--', program, ...rest];
  const last = isRoot ? asUser(user, program, rest).flat() : again;
  return ['unshare', [...own, '--mount', '--', 'sh', '-c', script, 'sh', ...mounts.flat(), ...last]];
}
