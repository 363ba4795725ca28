import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Serves a program of this folder for a page, bundled when somebody first asks. */
export function serveProgram(entry: string): (response: ServerResponse) => void {
  let program: Promise<Uint8Array> | undefined;
  return (response) => {
    program ??= bundle(entry);
    program.then(
      (bytes) => serve(response, 'text/javascript', bytes),
      () => response.writeHead(500).end(),
    );
  };
}

export function serve(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]!.contents;
}
