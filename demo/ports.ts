import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { connect } from 'node:net';

/** Added to every port, so that a second stack can run beside the first. */
export const portOffset = readOffset(process.env['CALL_ASSIST_PORT_OFFSET']);

/** Every port the stack listens on, all on 127.0.0.1. This is the only place that names them. */
export const ports = {
  homeAssistant: 8123 + portOffset,
  /** The same over HTTPS. */
  homeAssistantTls: 18443 + portOffset,
  /** The go2rtc that Home Assistant uses. */
  go2rtc: 1984 + portOffset,
  go2rtcRtsp: 8554 + portOffset,
  go2rtcWebRtc: 8555 + portOffset,
  /** The go2rtc that plays the part of the cameras. */
  cameras: 11984 + portOffset,
  camerasRtsp: 18554 + portOffset,
  /** The loudspeaker of the door. */
  doorSpeaker: 18556 + portOffset,
  synapse: 18008 + portOffset,
  turn: 13478 + portOffset,
  /** XMPP streams over TCP. */
  xmppC2s: 5222 + portOffset,
  /** The XMPP server's WebSocket and host-meta. */
  xmppHttp: 15280 + portOffset,
  /** A proxy that tests put before `xmppHttp`, to break connections; the stack leaves it free. */
  xmppProxy: 15281 + portOffset,
  personPage: 18080 + portOffset,
  /** Remote debugging of the kiosk's browser. */
  kioskDebugging: 19222 + portOffset,
  /** Remote debugging of the TV's browser, while it shows something. */
  tvDebugging: 19223 + portOffset,
  /** A go2rtc of the house's own, by which calls are streamed to players. */
  displayServer: 21984 + portOffset,
  displayServerWebRtc: 21985 + portOffset,
  /** The second player, a VLC. */
  playerTelnet: 14212 + portOffset,
  /** Signalling of the media server of MatrixRTC calls; open only where those were asked for, as the two after it. */
  livekit: 7880 + portOffset,
  /** Media, for whom UDP does not get through. Media over UDP has the next one. */
  livekitTcp: 7881 + portOffset,
  /** Gives the tokens with which somebody may enter a room of the media server. (Browsers refuse to speak to 10080.) */
  rtcTokens: 6090 + portOffset,
} as const;

export type PortName = keyof typeof ports;

/** What only MatrixRTC calls need. */
export const matrixRtcPorts: readonly PortName[] = ['livekit', 'livekitTcp', 'rtcTokens'];

/**
 * Rejects if one of the ports is taken, naming the program that holds it where the system tells.
 * Asked before anything is started: a half-started stack is harder to understand than none.
 */
export async function requireFreePorts(names: readonly PortName[]): Promise<void> {
  const taken = await Promise.all(names.map(async (name) => ((await isListening(ports[name])) ? [name] : [])));
  const complaints = taken.flat().map((name) => `port ${ports[name]} (${name}) is taken by ${holder(ports[name])}`);
  if (complaints.length === 0) return;
  throw new Error(
    `${complaints.join('\n')}\nStop it, or set CALL_ASSIST_PORT_OFFSET (for example to 100) to run beside it.`,
  );
}

/** Whether something accepts connections on a port of 127.0.0.1. */
function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const done = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.setTimeout(1000, () => done(true)); // accepted by nobody, refused by nobody: somebody's all the same
  });
}

function readOffset(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  const offset = Number(text);
  if (Number.isInteger(offset) && offset >= 0 && offset <= 40_000 && offset !== 1) return offset;
  throw new Error(`CALL_ASSIST_PORT_OFFSET is "${text}"; it must be a whole number from 0 to 40000, and not 1.`);
}

/** "/usr/sbin/nginx -g daemon (pid 4711)", or "another program" where /proc does not say. */
function holder(port: number): string {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(table, port)));
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    if (openFiles(pid).some((file) => inodes.has(file.replace(/^socket:\[(\d+)\]$/, '$1'))))
      return `${commandLine(pid)} (pid ${pid})`;
  }
  return 'another program';
}

const commandLine = (pid: string): string =>
  rescue('a program', () => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim().slice(0, 80));

function listeningInodes(table: string, port: number): string[] {
  const listening = '0A';
  return rescue([], () =>
    readFileSync(table, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => state === listening && parseInt(local?.split(':')[1] ?? '', 16) === port)
      .map((columns) => columns[9] ?? ''),
  );
}

const openFiles = (pid: string): string[] =>
  rescue([], () =>
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => rescue([], () => [readlinkSync(`/proc/${pid}/fd/${fd}`)])),
  );

/** Other users' and just ended processes cannot be read; that is no reason to fail. */
function rescue<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
