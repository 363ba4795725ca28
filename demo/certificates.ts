import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The certificate of a CA that `makeCertificates` made: what a client has to trust. */
export const caFileIn = (folder: string) => join(folder, 'ca.crt');

/**
 * Makes a folder with a CA (`ca.crt`) and a server's certificate and key, named by the first of its names
 * (`<name>.crt`, `<name>.key`), once. The CA's key does not outlive this function, so who trusts the CA trusts this
 * one certificate.
 * @param names what the server is called in the DNS
 */
export async function makeCertificates(folder: string, names: readonly [string, ...string[]]): Promise<void> {
  if (existsSync(folder)) return;
  const into = `${folder}.unfinished`;
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const [name] = names;
  const [caKey, caFile] = [join(into, 'ca.key'), caFileIn(into)];
  await selfSigned([
    ...['-subj', '/CN=Call Assist demo CA', '-keyout', caKey, '-out', caFile],
    ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  ]);
  await selfSigned([
    ...['-CA', caFile, '-CAkey', caKey],
    ...['-subj', `/CN=${name}`, '-keyout', join(into, `${name}.key`), '-out', join(into, `${name}.crt`)],
    ...['-addext', `subjectAltName=${names.map((each) => `DNS:${each}`).join(',')}`],
    ...['-addext', 'basicConstraints=critical,CA:FALSE'],
    ...['-addext', 'keyUsage=critical,digitalSignature'],
    ...['-addext', 'extendedKeyUsage=serverAuth'],
  ]);
  rmSync(caKey);
  renameSync(into, folder);
}

/** A new key on P-256 and a certificate of it for ten years, signed by itself unless the arguments name a CA. */
async function selfSigned(args: readonly string[]): Promise<void> {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];
  await promisify(execFile)('openssl', ['req', '-x509', '-days', '3650', ...key, ...args], { timeout: 10_000 });
}
