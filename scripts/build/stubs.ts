/**
 * The parts of our dependencies that a one-to-one phone never reaches, and the small stand-ins that keep them out of
 * the bundle. Used by the build and by the unit tests, so that what is tested is what ships.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rollup';

/** Where an import ends up, as a pattern of the module's path with forward slashes, and the stand-in's file name. */
const standIns: readonly (readonly [RegExp, string])[] = [
  [/\/node_modules\/unhomoglyph\//, 'unhomoglyph.ts'],
  [/\/node_modules\/matrix-js-sdk\/lib\/webrtc\/call\.js$/, 'call.ts'],
  [/\/node_modules\/matrix-js-sdk\/lib\/webrtc\/callEventHandler\.js$/, 'call-event-handler.ts'],
  [/\/node_modules\/matrix-js-sdk\/lib\/webrtc\/mediaHandler\.js$/, 'media-handler.ts'],
  [/\/node_modules\/matrix-js-sdk\/lib\/webrtc\/groupCall\.js$/, 'group-call.ts'],
  [/\/node_modules\/matrix-js-sdk\/lib\/webrtc\/groupCallEventHandler\.js$/, 'group-call-event-handler.ts'],
  [/\/node_modules\/matrix-js-sdk\/lib\/matrixrtc\/MatrixRTCSessionManager\.js$/, 'matrix-rtc-session-manager.ts'],
  [/\/node_modules\/matrix-js-sdk\/lib\/sliding-sync-sdk\.js$/, 'sliding-sync-sdk.ts'],
  [/\/node_modules\/matrix-js-sdk\/lib\/http-api\/refresh\.js$/, 'token-manager.ts'],
  [/\/node_modules\/matrix-js-sdk\/lib\/models\/MSC3089TreeSpace\.js$/, 'tree-space.ts'],
  // Its entry as a module: names of the CommonJS one are not seen by every bundler.
  [/\/node_modules\/stanza\/index\.js$/, '../../../node_modules/stanza/index.module.js'],
  [/\/node_modules\/stanza\/(jxt|jingle|lib\/sasl|plugins|protocol)\/index\.js$/, 'stanza.ts'],
  [/\/node_modules\/stanza\/(JID|Namespaces|Constants|Utils)\.js$/, 'stanza.ts'],
  [/\/node_modules\/stanza\/(transports|platform)\//, 'stanza.ts'],
  [/\/node_modules\/stanza\/helpers\/(?!StreamManagement)/, 'stanza.ts'],
];

/** The stand-in for a resolved module, or undefined when the module itself is wanted. */
export function stubFor(resolved: string): string | undefined {
  const path = resolved.replaceAll('\\', '/');
  const match = standIns.find(([pattern]) => pattern.test(path));
  return match && fileURLToPath(new URL(`./stubs/${match[1]}`, import.meta.url));
}

/** Replaces modules by their stand-ins in the build. */
export function stubs(): Plugin {
  return {
    name: 'stubs',
    async resolveId(source, importer, { importerAttributes, ...options }) {
      const passedOn = importerAttributes === undefined ? options : { ...options, importerAttributes };
      const resolved = await this.resolve(source, importer, { ...passedOn, skipSelf: true });
      return (resolved && stubFor(resolved.id)) ?? null;
    },
  };
}
