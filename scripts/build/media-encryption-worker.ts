/**
 * LiveKit's worker that encrypts media, as a flat, content-hashed file beside the chunks: a classic script, so that a
 * page of another origin can fetch it by a script of its own.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { root } from '../paths.ts';

export const mediaEncryptionWorkerModule = 'virtual:media-encryption-worker-url';
/** As its makers have bundled and minified it. */
export const mediaEncryptionWorkerFile = join(root, 'node_modules/livekit-client/dist/livekit-client.e2ee.worker.js');

export function mediaEncryptionWorker(): Plugin {
  const virtualId = `\0${mediaEncryptionWorkerModule}`;
  return {
    name: 'media-encryption-worker',
    resolveId(source) {
      return source === mediaEncryptionWorkerModule ? virtualId : null;
    },
    load(id) {
      if (id !== virtualId) return null;
      const source = readFileSync(mediaEncryptionWorkerFile, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
      const emitted = this.emitFile({ type: 'asset', name: 'media-encryption-worker.js', source });
      return `export default import.meta.ROLLUP_FILE_URL_${emitted};`;
    },
  };
}
