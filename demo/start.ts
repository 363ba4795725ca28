import { parseArgs } from 'node:util';
import { buildIfNeeded } from './build.ts';
import { publishEndpoints, withdrawEndpoints } from './endpoints.ts';
import { cache, endpointsFile } from './paths.ts';
import { requireFreePorts } from './ports.ts';
import { alwaysUsedPorts, type DinoOnScreen, startStack, type Stack } from './stack.ts';

const help = `npm run demo -- [options]

Installs (once, into ${cache}) and starts on 127.0.0.1 a real Home Assistant with
cameras and a TV, a Matrix homeserver and an XMPP server with people, a relay, and a kiosk's browser with the card.
Ctrl-C ends all.

  --headless  no window for the kiosk's browser and the TV
  --with-dino  a real Dino, as the first of the XMPP people; what it shows is kept as a picture
  --with-livekit  the media server of MatrixRTC calls, for an app of your own that has Element Call in it
  --fresh     a house that has never been lived in; forgotten at the end
  --help      this text

CALL_ASSIST_CACHE        another folder for what is installed and remembered
CALL_ASSIST_PORT_OFFSET  a number added to every port, to run beside another stack`;

const options = {
  headless: { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  'with-dino': { type: 'boolean', default: false },
  'with-livekit': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

process.exitCode = await main(process.argv.slice(2));

/** Gives the exit code: 0 help, 1 something failed, 2 wrong options, 128 + signal when ended by one. */
async function main(args: string[]): Promise<number> {
  let wanted;
  try {
    wanted = parseArgs({ args, options }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    return 2;
  }
  if (wanted.help) {
    console.log(help);
    return 0;
  }
  const ended = new AbortController();
  const interrupted = new Promise<keyof typeof exitCodes>((resolve) => {
    for (const name of Object.keys(exitCodes) as (keyof typeof exitCodes)[])
      process.on(name, () => {
        ended.abort(new Error(`ended by ${name}`));
        resolve(name);
      });
  });
  try {
    await run(wanted, ended.signal, interrupted);
  } catch (error) {
    if (!ended.signal.aborted) {
      console.error((error as Error).message);
      return 1;
    }
  }
  return exitCodes[await interrupted];
}

type Wanted = Readonly<Record<Exclude<keyof typeof options, 'help'>, boolean>>;

/** Resolves when a signal ended the stack, rejects when it could not start or a part of it crashed. */
async function run(
  { headless, fresh, 'with-dino': withDino, 'with-livekit': withLivekit }: Wanted,
  signal: AbortSignal,
  interrupted: Promise<unknown>,
): Promise<void> {
  const started = Date.now();
  await requireFreePorts(alwaysUsedPorts);
  withdrawEndpoints(); // left by a stack that was killed
  await buildIfNeeded(console.log, signal);
  const kiosk = headless ? 'headless' : 'window';
  const stack = await startStack({ fresh, kiosk, withLivekit, print: console.log, signal });
  try {
    if (withDino) console.log(showing(await stack.dino()));
    signal.throwIfAborted();
    publishEndpoints(stack.endpoints);
    console.log(welcome(stack, (Date.now() - started) / 1000));
    await Promise.race([interrupted, stack.crashed]);
  } finally {
    withdrawEndpoints();
    console.log('\nStopping …');
    await stack.stop();
  }
}

function showing({ picture }: DinoOnScreen): string {
  return `Dino is online as the first of the XMPP people. Its window, every five seconds: ${picture}`;
}

function welcome({ endpoints, personPageUrl, state }: Stack, seconds: number): string {
  const { url, dashboardPath, admin, kiosk } = endpoints.homeAssistant;
  const { livekit } = endpoints;
  const mediaServer = livekit && `\n  LiveKit          ${livekit.url}, tokens from ${livekit.tokenService}`;
  return `
Ready after ${seconds.toFixed(1)} s.

  1. The kiosk's browser shows the wall tablet in the kitchen: ${url}${dashboardPath}
  2. Open ${personPageUrl} in another browser, sign in as Grandma, and call the kitchen.
     The kitchen rings: touch Answer.

  Home Assistant   ${url}  (${admin.username} / ${admin.password}, or ${kiosk.username} / ${kiosk.password})
  TV               ${endpoints.mediaPlayers.join(', ')}: a window of its own, as soon as something is cast to it
  Matrix           ${endpoints.matrix.baseUrl}  (${endpoints.matrix.people.map(({ userId, password }) => `${userId} / ${password}`).join(', ')})${mediaServer ?? ''}
  XMPP             ${endpoints.xmpp.tcp}, ${endpoints.xmpp.websocket}  (${endpoints.xmpp.people.map(({ jid, password }) => `${jid} / ${password}`).join(', ')})
  XMPP's CA        ${endpoints.xmpp.caFile}
  Endpoints        ${endpointsFile}
  Logs             ${state}/logs

Ctrl-C ends all.`;
}
