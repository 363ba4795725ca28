import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { certificatesFolder, domain } from './configuration.ts';

/** The certificate of the CA that vouches for the server: what a client has to trust. */
export const caFileOf = (folder: string) => join(certificatesFolder(folder), 'ca.crt');

/**
 * Makes a CA and the server's certificate for STARTTLS, once; Prosody finds it by the domain's name. The CA's key
 * does not outlive this function, so who trusts the CA trusts this one certificate.
 */
export async function makeCertificates(folder: string): Promise<void> {
  const finished = certificatesFolder(folder);
  if (existsSync(finished)) return;
  const into = `${finished}.unfinished`;
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const [caKey, caFile] = [join(into, 'ca.key'), join(into, 'ca.crt')];
  await selfSigned([
    ...['-subj', '/CN=Call Assist demo CA', '-keyout', caKey, '-out', caFile],
    ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  ]);
  await selfSigned([
    ...['-CA', caFile, '-CAkey', caKey],
    ...['-subj', `/CN=${domain}`, '-keyout', join(into, `${domain}.key`), '-out', join(into, `${domain}.crt`)],
    ...['-addext', `subjectAltName=DNS:${domain}`],
    ...['-addext', 'basicConstraints=critical,CA:FALSE'],
    ...['-addext', 'keyUsage=critical,digitalSignature'],
    ...['-addext', 'extendedKeyUsage=serverAuth'],
  ]);
  rmSync(caKey);
  renameSync(into, finished);
}

/** A new key on P-256 and a certificate of it for ten years, signed by itself unless the arguments name a CA. */
async function selfSigned(args: readonly string[]): Promise<void> {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];
  await promisify(execFile)('openssl', ['req', '-x509', '-days', '3650', ...key, ...args], { timeout: 10_000 });
}
