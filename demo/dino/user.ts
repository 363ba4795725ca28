import { readFileSync } from 'node:fs';

/** Who a program runs as. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Dino and PulseAudio refuse to work, or work differently, as root: where we are root they run as nobody. */
export function ordinaryUser(): User {
  const uid = process.getuid!();
  return uid === 0 ? accountOf('nobody') : { uid, gid: process.getgid!() };
}

/** A command line that runs another one as the user; nothing is in the way where that is who we are. */
export function asUser({ uid, gid }: User, command: string, args: readonly string[]): [string, string[]] {
  if (uid === process.getuid!()) return [command, [...args]];
  return ['setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--', command, ...args]];
}

function accountOf(name: string): User {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`there is no user "${name}" on this machine`);
  return { uid: Number(uid), gid: Number(gid) };
}
