import { createSocket } from 'node:dgram';
import type { Service } from '../processes.ts';

/** What a name server is asked: the bytes of the name as they came, and the name itself. */
interface Question {
  readonly wire: Buffer;
  readonly name: string;
  readonly type: number;
}

export interface NameServer extends Service {
  /** Where it answers, on port 53. */
  readonly address: string;
}

const dnsPort = 53;
const srv = 33;
const nameError = 3;
const attempts = 20;

/**
 * A name server that knows one thing: which port of this machine streams to a domain go to (SRV, RFC 6120 3.2.1).
 * Dino has no setting for the port, and no other way than DNS to learn it. Each has a loopback address of its own.
 * @throws where programs of ours may not listen on port 53
 */
export async function startNameServer(domain: string, port: number): Promise<NameServer> {
  const known = `_xmpp-client._tcp.${domain}`.toLowerCase();
  for (let attempt = 1; ; attempt++) {
    const address = `127.53.${Math.floor(Math.random() * 256)}.${1 + Math.floor(Math.random() * 254)}`;
    try {
      return await listen(address, (question) =>
        question.type === srv && question.name === known ? [serviceRecord(question, port)] : [],
      );
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && attempt < attempts) continue;
      throw new Error(
        `Dino finds a server on port ${port} by DNS only, and port 53 of ${address} cannot be used (${code}). ` +
          'Run it as root, or give the XMPP server port 5222.',
        { cause: error },
      );
    }
  }
}

function listen(address: string, answer: (question: Question) => readonly Buffer[]): Promise<NameServer> {
  const socket = createSocket('udp4');
  socket.on('message', (request, from) => {
    const question = read(request);
    if (question) socket.send(reply(request, question, answer(question)), from.port, from.address);
  });
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= new Promise((resolve) => socket.close(resolve)));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(dnsPort, address, () => {
      socket.unref();
      resolve({ name: 'name server', address, stop });
    });
  });
}

/** The one question of a request (RFC 1035 4.1.2); undefined for what is none. */
function read(request: Buffer): Question | undefined {
  const labels: string[] = [];
  let at = 12;
  for (let length; (length = request[at]) !== undefined && length > 0 && length < 64; at += 1 + length)
    labels.push(request.toString('latin1', at + 1, at + 1 + length));
  if (request[at] !== 0 || at + 5 > request.length) return undefined;
  return {
    wire: request.subarray(12, at + 5),
    name: labels.join('.').toLowerCase(),
    type: request.readUInt16BE(at + 1),
  };
}

function reply(request: Buffer, { wire }: Question, records: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(12);
  request.copy(header, 0, 0, 2); // the id
  header.writeUInt16BE(0x8580 | (records.length === 0 ? nameError : 0), 2); // an authoritative response
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, wire, ...records]);
}

/** An SRV record (RFC 2782) for the name in question: this machine, the port. */
function serviceRecord({ wire }: Question, port: number): Buffer {
  const target = Buffer.from('\x09localhost\0', 'latin1');
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32BE(60, 0); // time to live, seconds
  numbers.writeUInt16BE(6 + target.length, 4);
  numbers.writeUInt16BE(port, 10); // after priority and weight, both 0
  return Buffer.concat([wire, numbers, target]);
}
