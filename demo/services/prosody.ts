import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caFileIn, makeCertificates } from '../certificates.ts';
import { startProcess, type Context, type Service } from '../processes.ts';
import { answers } from '../wait.ts';
import { certificatesFolder, configuration, domain, hostMetaUrl } from '../xmpp/configuration.ts';
import { furnishAccounts, furnishPair, type XmppPerson } from '../xmpp/people.ts';
import { publishProfiles } from '../xmpp/profiles.ts';

export interface Prosody extends Service {
  /** The certificate of the CA that vouches for the server's STARTTLS. */
  readonly caFile: string;
  /** Stops it and starts it again with all it remembers; streams that were open cannot be resumed. */
  restart(): Promise<void>;
  /** Two new accounts that are contacts of each other; names of letters and digits. */
  pair(names: readonly [string, string]): readonly [XmppPerson, XmppPerson];
}

/** The XMPP server, with the accounts of kiosk and people, who know each other. */
export async function startProsody(context: Context): Promise<Prosody> {
  const folder = join(context.state, 'prosody');
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'prosody.cfg.lua');
  writeFileSync(configFile, configuration(folder));
  // Prosody finds the certificate by the domain's name.
  await makeCertificates(certificatesFolder(folder), [domain]);
  furnishAccounts(folder);
  let running = await run(context, configFile);
  try {
    await publishProfiles(folder);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return {
    name: 'Prosody',
    caFile: caFileIn(certificatesFolder(folder)),
    stop: () => running.stop(),
    pair: (names) => furnishPair(folder, names),
    async restart() {
      await running.stop();
      running = await run(context, configFile);
    },
  };
}

function run(context: Context, configFile: string): Promise<Service> {
  return startProcess(context, {
    name: 'Prosody',
    command: 'prosody',
    args: ['--config', configFile, '-F'], // in the foreground
    ready: () => answers(hostMetaUrl),
  });
}
