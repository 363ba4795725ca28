import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { logConfiguration } from '../../../demo/matrix/configuration.ts';
import { startProcess } from '../../../demo/processes.ts';
import { pythonOf, synapse } from '../../../demo/provision/python.ts';
import { answers } from '../../../demo/wait.ts';
import { OAuthIssuer } from './oauth-issuer.ts';

const secret = 'shared-secret';

/** A real Synapse that leaves all signing in to an OAuth server, as those with Matrix Authentication Service do. */
export interface OAuthHouse {
  readonly homeserver: string;
  readonly issuer: OAuthIssuer;
  close(): Promise<void>;
}

export async function openOAuthHouse(): Promise<OAuthHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'call-assist-oauth-'));
  mkdirSync(join(folder, 'logs'));
  const [port, issuerPort] = [await freePort(), await freePort()];
  const homeserver = `http://127.0.0.1:${port}`;
  const issuer = await OAuthIssuer.listen(issuerPort, homeserver, secret);
  const configFile = join(folder, 'homeserver.yaml');
  writeFileSync(configFile, configuration(folder, port, issuer.url));
  writeFileSync(join(folder, 'log.yaml'), logConfiguration);
  const command = pythonOf(synapse.folder);
  const args = ['-m', 'synapse.app.homeserver', '--config-path', configFile];
  await promisify(execFile)(command, [...args, '--generate-keys']);
  const crashed = (error: Error): void => {
    throw error;
  };
  const service = await startProcess(
    { state: folder, signal: new AbortController().signal, onCrash: crashed },
    {
      name: 'Synapse with OAuth',
      command,
      args,
      cwd: folder,
      env: { PYTHONDONTWRITEBYTECODE: undefined },
      ready: () => answers(`${homeserver}/_matrix/client/versions`),
      readyTimeout: 60_000,
    },
  );
  return {
    homeserver,
    issuer,
    async close() {
      await service.stop();
      issuer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const configuration = (folder: string, port: number, issuer: string): string => `
server_name: oauth.test
public_baseurl: http://127.0.0.1:${port}/
pid_file: ${join(folder, 'homeserver.pid')}
signing_key_path: ${join(folder, 'signing.key')}
media_store_path: ${join(folder, 'media')}
log_config: ${join(folder, 'log.yaml')}
report_stats: false
suppress_key_server_warning: true
trusted_key_servers: []
serve_server_wellknown: false
listeners:
  - port: ${port}
    bind_addresses: [127.0.0.1]
    type: http
    tls: false
    resources: [{ names: [client], compress: false }]
database: { name: sqlite3, args: { database: "${join(folder, 'homeserver.db')}" } }
macaroon_secret_key: macaroon
form_secret: form
enable_registration: false
password_config: { enabled: false }
matrix_authentication_service: { enabled: true, endpoint: "${issuer}", secret: "${secret}" }
`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
