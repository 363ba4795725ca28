import { DinoDriver } from '../dino/driver.ts';
import { startProgram, type DinoAccount } from '../dino/process.ts';
import { startSession } from '../dino/session.ts';
import { logFileOf, stopAll, type Context, type Service } from '../processes.ts';

export type { DinoAccount } from '../dino/process.ts';
export type { DinoCall } from '../dino/database.ts';

/** A Dino that runs on a screen of its own and does what it is told. */
export interface Dino extends Service, Pick<DinoDriver, keyof DinoDriver> {
  /** The virtual display it is on, as in the environment: ":7". */
  readonly display: string;
  /** Its stanzas and warnings. */
  readonly logFile: string;
}

/**
 * Starts Dino (0.4.2, a client built on neither libwebrtc nor our code) on a virtual display, with a message bus and
 * sound of its own, as an ordinary user. It always speaks into its calls, has no camera, and remembers nothing of
 * an earlier start. Resolves when it is online. `provisionDino` must have run.
 */
export async function startDino(context: Context, account: DinoAccount): Promise<Dino> {
  const name = `Dino of ${account.jid.split('@')[0]}`;
  const services: Service[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopAll(services, console.error));
  try {
    const session = await startSession(context, name);
    services.push(session);
    await startProgram(context, session, account, services);
    const logFile = logFileOf(context, name);
    const driver = new DinoDriver(session, account.jid, logFile, context.signal);
    await driver.online();
    return Object.assign(driver, { name, display: session.display, logFile, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** How often a picture of the screen is made, in milliseconds. */
const pictureInterval = 5000;

/** Keeps a PNG of Dino's screen beside its windows that nobody sees, made anew every five seconds. Resolves with the first. */
export async function keepScreenshot(dino: Dino, file: string): Promise<Service> {
  await dino.screenshot(file);
  const timer = setInterval(() => {
    dino.screenshot(file).catch(() => {}); // the next one will do
  }, pictureInterval);
  return { name: `${dino.name} screenshot`, stop: async () => clearInterval(timer) };
}
