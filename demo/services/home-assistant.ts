import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { homeAssistantUrl, writeConfiguration } from '../home-assistant/configuration.ts';
import { camerasReady, seed, type Users } from '../home-assistant/seed.ts';
import { dist } from '../paths.ts';
import { logFileOf, startProcess, type Context, type Service } from '../processes.ts';
import { homeAssistant, pythonOf } from '../provision/python.ts';
import { answers } from '../wait.ts';

export interface HomeAssistant extends Service {
  readonly users: Users;
  /** The built card as it is served: a copy, of the moment of the start. */
  readonly cardFolder: string;
  /** Stops it and starts it again with all it remembers; ends when it answers and its cameras do. */
  restart(): Promise<void>;
}

export interface HomeAssistantOptions {
  /** Whether every panel loads the card, not only dashboards. */
  readonly extraModuleUrl: boolean;
}

/** Home Assistant, onboarded and furnished, with the built card under /local/. */
export async function startHomeAssistant(
  context: Context,
  { extraModuleUrl }: HomeAssistantOptions,
): Promise<HomeAssistant> {
  const config = join(context.state, 'home-assistant');
  const cardFolder = join(config, 'www', 'call-assist');
  const cardUrl = publishCard(cardFolder);
  writeConfiguration(config, extraModuleUrl ? cardUrl : undefined);
  let running = await run(context, config);
  try {
    const users = await seed(cardUrl);
    return {
      name: 'Home Assistant',
      users,
      cardFolder,
      stop: () => running.stop(),
      async restart() {
        await running.stop();
        running = await run(context, config);
        await camerasReady(users.kiosk.token);
      },
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

function run(context: Context, config: string): Promise<Service> {
  const name = 'Home Assistant';
  const logFile = logFileOf(context, name);
  return startProcess(context, {
    name,
    // It ends with 100 when it wants to be started again (its own restart service). The trap lets SIGTERM reach it
    // first: it writes its storage, and only then the loop ends.
    command: '/bin/sh',
    args: [
      '-c',
      'trap : TERM; while "$@"; code=$?; [ $code -eq 100 ]; do :; done; exit $code',
      'sh',
      pythonOf(homeAssistant.folder),
      // Everything it needs is installed; it shall not look for more.
      ...['-m', 'homeassistant', '--config', config, '--skip-pip'],
    ],
    env: { PYTHONDONTWRITEBYTECODE: undefined }, // set on some systems; every start would compile everything
    ready: async () =>
      (await answers(`${homeAssistantUrl}/manifest.json`)) &&
      readFileSync(logFile, 'utf8').includes('Home Assistant initialized'),
    readyTimeout: 120_000,
    stopTimeout: 30_000,
  });
}

/**
 * Puts the built card where Home Assistant serves it.
 * @returns the address of its entry, with a query that changes with its content: Home Assistant lets browsers
 * keep files for a month
 */
function publishCard(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  const entry = join(dist, 'call-assist-card.js');
  if (!existsSync(entry)) return '/local/call-assist/call-assist-card.js';
  cpSync(dist, folder, { recursive: true }); // copied, because it refuses to follow links out of its folder
  const version = createHash('sha256').update(readFileSync(entry)).digest('hex').slice(0, 8);
  return `/local/call-assist/call-assist-card.js?v=${version}`;
}
