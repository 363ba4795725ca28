import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { configuration, homeserverUrl, logConfiguration } from '../matrix/configuration.ts';
import { startProcess, type Context, type Service } from '../processes.ts';
import { pythonOf, synapse } from '../provision/python.ts';
import { answers } from '../wait.ts';

/** The homeserver, without limits on how often one may do what. */
export async function startSynapse(context: Context): Promise<Service> {
  const folder = join(context.state, 'synapse');
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'homeserver.yaml');
  writeFileSync(configFile, configuration(folder));
  writeFileSync(join(folder, 'log.yaml'), logConfiguration);
  const command = pythonOf(synapse.folder);
  const args = ['-m', 'synapse.app.homeserver', '--config-path', configFile];
  if (!existsSync(join(folder, 'signing.key'))) await promisify(execFile)(command, [...args, '--generate-keys']);
  return startProcess(context, {
    name: 'Synapse',
    command,
    args,
    cwd: folder,
    env: { PYTHONDONTWRITEBYTECODE: undefined },
    ready: () => answers(`${homeserverUrl}/_matrix/client/versions`),
    readyTimeout: 60_000,
  });
}
