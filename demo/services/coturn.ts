import { createSocket } from 'node:dgram';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ports } from '../ports.ts';
import { startProcess, type Context, type Service } from '../processes.ts';

/** The relay, and the secret from which servers make passwords for it. */
export const turn = { host: '127.0.0.1', port: ports.turn, secret: 'turn-secret', realm: 'call-assist.test' } as const;

/** A TURN server that relays on loopback, which only a test server may. */
export async function startCoturn(context: Context): Promise<Service> {
  const folder = join(context.state, 'coturn');
  mkdirSync(folder, { recursive: true });
  return startProcess(context, {
    name: 'coturn',
    command: 'turnserver',
    args: [
      '-n', // no configuration file: the system's is not ours
      `--listening-port=${turn.port}`,
      `--listening-ip=${turn.host}`,
      `--relay-ip=${turn.host}`,
      '--allow-loopback-peers',
      '--use-auth-secret',
      `--static-auth-secret=${turn.secret}`,
      `--realm=${turn.realm}`,
      '--no-tls',
      '--no-dtls',
      '--no-cli',
      `--pidfile=${join(folder, 'turnserver.pid')}`,
      `--userdb=${join(folder, 'turndb')}`,
      '--log-file=stdout',
    ],
    ready: answersBinding,
  });
}

/** Asks for our own address (RFC 8489), the shortest question a STUN server answers. */
function answersBinding(): Promise<boolean> {
  const request = Buffer.alloc(20);
  request.writeUInt16BE(0x0001, 0); // Binding request
  request.writeUInt32BE(0x2112a442, 4); // magic cookie; the transaction id may be zero
  const socket = createSocket('udp4');
  return new Promise<boolean>((resolve) => {
    socket.once('message', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.send(request, turn.port, turn.host);
    setTimeout(resolve, 200, false);
  }).finally(() => socket.close());
}
