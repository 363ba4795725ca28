/**
 * The size budget, in gzip bytes as HACS serves them: what a page without accounts loads, what comes on top until Matrix
 * can ring, what XMPP needs beside what every protocol shares, and the card that shows people. A chunk that is loaded on
 * demand counts for the page that can load it, unless it is named here.
 */
import { readManifest, type Manifest, type ManifestChunk } from './build/manifest.ts';

const matrix = 'src/runtime/providers/matrix/index.ts';
const xmpp = 'src/runtime/providers/xmpp/index.ts';
const rtc = 'src/runtime/providers/matrix/matrix-rtc/calls.ts';
const rtcRoom = 'src/runtime/providers/matrix/matrix-rtc/room/live-room.ts';

type Stage =
  | 'matrix'
  | 'xmpp'
  | 'ring'
  | 'people'
  | 'station'
  | 'tv'
  | 'encryption'
  | 'rtc'
  | 'rtc media'
  | `words of the ${'page' | 'ring' | 'people'}`
  | 'later';

/** When the chunks behind an `import()` are loaded, by the module that is imported. The first match counts. */
const stages: readonly (readonly [RegExp, Stage])[] = [
  [new RegExp(`^${matrix}$`), 'matrix'],
  [new RegExp(`^${xmpp}$`), 'xmpp'],
  // A device that has its accounts rings without it.
  [/^src\/runtime\/providers\/matrix\/sign-in\.ts$/, 'later'],
  // Calls over an SFU, once an account has them; their media when the page is idle.
  [/^src\/runtime\/providers\/matrix\/matrix-rtc\/room\//, 'rtc media'],
  [/^src\/runtime\/providers\/matrix\/matrix-rtc\//, 'rtc'],
  [/^src\/runtime\/owner\.ts$/, 'ring'],
  // Loaded when somebody has chosen something for the device, or is about to.
  [/^src\/runtime\/device-room\.ts$/, 'ring'],
  // A call that runs, and what is opened in it: loaded after all that rings.
  [/^src\/card\/overlay\/later\//, 'later'],
  [/^src\/card\/overlay\//, 'ring'],
  // The card once there is somebody to call, in whatever space.
  [/^src\/card\/views\//, 'people'],
  // On a TV instead of the card; what it is for, on a tablet that shows its view.
  [/^src\/card\/tv\//, 'tv'],
  [/^src\/card\/pages\//, 'later'],
  // When a link or another card first asks for something.
  [/^src\/card\/actions\//, 'later'],
  // When the page is idle.
  [/^src\/card\/background\//, 'later'],
  // Beside the accounts, and only on a device that somebody made a station; no ring waits for it.
  [/^src\/runtime\/stations\//, 'station'],
  // While a device is set up, or does not work.
  [/^src\/runtime\/(tools|providers\/echo)\//, 'later'],
  // Once a display is chosen, or wanted by somebody.
  [/^src\/runtime\/screens\//, 'later'],
  // Once Home Assistant can ring this station.
  [/^src\/runtime\/rings\//, 'later'],
  [/^src\/editor\//, 'later'],
  [/^src\/card\/localize\/\w+\/index\.ts$/, 'words of the page'],
  [/^src\/card\/localize\/\w+\/more\.ts$/, 'words of the ring'],
  [/^src\/card\/localize\/\w+\/live\.ts$/, 'words of the people'],
  [/^src\/card\/localize\//, 'later'],
  [/^node_modules\/hls\.js\//, 'later'],
  [/\/(rust-crypto|crypto-api)\/|^node_modules\/@matrix-org\//, 'encryption'],
];

/** Loaded by the browser itself, not by the page; again at each look for a new version. */
const worker = 'call-assist-worker.js';

/** Loaded by a room of an encrypted call. */
const mediaEncryption = /^media-encryption-worker-/;

const budgets = {
  worker: 2_000,
  start: 30_000,
  ring: 185_000,
  xmpp: 100_000,
  tv: 35_000,
  rtcMedia: 160_000,
  rtcEncryption: 35_000,
};

function stageOf(chunk: ManifestChunk | undefined): Stage | undefined {
  return stages.find(([pattern]) => chunk?.onDemand.some((module) => pattern.test(module)))?.[1];
}

/** What loading these chunks brings with it, chunks that are loaded on demand without a stage of their own included. */
function closure(manifest: Manifest, roots: readonly string[], without: ReadonlySet<string>): Set<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    const chunk = manifest[file];
    if (!chunk || reached.has(file) || without.has(file)) return;
    reached.add(file);
    for (const next of chunk.imports) visit(next);
    for (const next of chunk.dynamicImports) if (stageOf(manifest[next]) === undefined) visit(next);
  };
  for (const root of roots) visit(root);
  return reached;
}

function gzipOf(manifest: Manifest, files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + (manifest[file]?.gzip ?? 0), 0);
}

const manifest = readManifest();
const chunks = Object.values(manifest);
const named = (stage: Stage): string[] =>
  chunks.filter((chunk) => stageOf(chunk) === stage).map(({ fileName }) => fileName);

const page = closure(
  manifest,
  chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
  new Set(),
);
/** A page shows one language: the largest, so that no one's is over budget. */
const language = (stage: Stage): string[] => {
  const own = chunks.filter((chunk) => stageOf(chunk) === stage).toSorted((a, b) => b.gzip - a.gzip);
  return own.slice(0, 1).map(({ fileName }) => fileName);
};
const start = new Set([...page, ...language('words of the page')]);
const shared = closure(manifest, [...named('ring'), ...language('words of the ring')], start);
const ring = new Set([...shared, ...closure(manifest, named('matrix'), new Set([...start, ...shared]))]);
const withXmpp = closure(manifest, named('xmpp'), new Set([...start, ...shared]));
const people = closure(
  manifest,
  [...named('people'), ...language('words of the people')],
  new Set([...start, ...shared]),
);
const withRtc = closure(manifest, named('rtc'), ring);
const rtcMedia = closure(manifest, named('rtc media'), new Set([...ring, ...withRtc]));
const rtcEncryption = new Set(Object.keys(manifest).filter((file) => mediaEncryption.test(file)));
const missing = [matrix, xmpp, rtc, rtcRoom].filter(
  (module) => !chunks.some(({ onDemand }) => onDemand.includes(module)),
);
if (!manifest[worker]) missing.push(worker);
if (rtcEncryption.size !== 1) missing.push(String(mediaEncryption));
const encryption = closure(manifest, named('encryption'), new Set([...start, ...ring]));
const facade = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
const tv = new Set([...facade, ...closure(manifest, named('tv'), new Set(facade)), ...language('words of the page')]);
const station = closure(manifest, named('station'), new Set([...start, ...ring]));
const later = closure(
  manifest,
  named('later'),
  new Set([...start, ...ring, ...people, ...withXmpp, ...withRtc, ...rtcMedia, ...station, ...encryption]),
);

function row(title: string, files: ReadonlySet<string>, budget?: number): boolean {
  const bytes = gzipOf(manifest, files);
  const within = budget === undefined || bytes <= budget;
  const allowed = budget === undefined ? '' : ` of ${(budget / 1000).toFixed(1)} kB${within ? '' : '  TOO BIG'}`;
  console.log(`${title.padEnd(28)} ${(bytes / 1000).toFixed(1).padStart(6)} kB${allowed}`);
  if (!within || process.argv.includes('--chunks')) {
    for (const file of files) console.log(`    ${file} ${manifest[file]?.gzip ?? 0}`);
  }
  return within;
}

const verdicts = [
  row('page without accounts', start, budgets.start),
  row('until Matrix can ring', ring, budgets.ring),
  row('XMPP itself', withXmpp, budgets.xmpp),
  row('MatrixRTC calls', withRtc),
  row('MatrixRTC media', rtcMedia, budgets.rtcMedia),
  row('its encryption', rtcEncryption, budgets.rtcEncryption),
  row('card with people', people),
  row('helpers of a station', station),
  row('page on a TV', tv, budgets.tv),
  row('encryption without its wasm', encryption),
  row('on demand', later),
  row('worker', new Set([worker]), budgets.worker),
];
for (const module of missing)
  console.log(`Nothing imports ${module} on demand: the stages of this file no longer fit the sources.`);
if (missing.length > 0 || !verdicts.every(Boolean)) process.exitCode = 1;
