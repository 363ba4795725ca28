/**
 * Holds the arrows of docs/architecture.md: who may import whom. Types count as well as code, because a name that
 * leaks is a dependency. (dependency-cruiser cannot read TypeScript 7.)
 */
import { importsOf, resolveRelative, typescriptFiles } from '../source-imports.ts';

const lit = /^(lit|lit-html|lit-element|@lit\/[^/]+)(\/|$)/;
const homeAssistant = /^(custom-card-helpers|home-assistant-js-websocket)(\/|$)/;

const core = ['call', 'platform'];
/** Rooms of one rank. They do not use each other, but may name the types of each other's contract. */
const middle = ['providers', 'media', 'displays', 'storage', 'home-assistant'];

/**
 * Values of rooms further down that everybody above may use: pure functions and lists, which hold nothing and import
 * nothing but types. Going through the runtime would load its chunks for them.
 */
const pure = new Set([
  // Which checks there are, for the words about each.
  'src/runtime/checks/checks.ts',
  // The display that is always there.
  'src/runtime/displays/view.ts',
  // A chosen device among those that are there.
  'src/runtime/media/devices.ts',
  // What two statistics of a call say.
  'src/runtime/media/quality.ts',
]);

interface Room {
  /** A file is in the first room whose folder (or file) begins its path. */
  readonly folder: string;
  readonly name: string;
  /** The rooms whose code it may use, beside its own. */
  readonly uses: readonly string[];
  /** The rooms whose contract, `<room>/<room>.ts`, it may name in types. */
  readonly names: readonly string[];
  readonly packages: readonly RegExp[];
}

const rooms: readonly Room[] = [
  {
    folder: 'src/editor/',
    name: 'editor',
    uses: ['card', 'runtime', ...core],
    names: middle,
    packages: [lit, homeAssistant],
  },
  // The facade and what it loads: the one place that gives the card its editor.
  { folder: 'src/card/call-assist-card.ts', name: 'facade', uses: ['app', 'tv'], names: [], packages: [] },
  { folder: 'src/card/app.ts', name: 'app', uses: ['editor', 'card', 'runtime', ...core], names: [], packages: [] },
  // The same for a TV.
  { folder: 'src/card/tv/index.ts', name: 'tv', uses: ['card', 'runtime', ...core], names: [], packages: [] },
  {
    folder: 'src/card/',
    name: 'card',
    uses: ['runtime', 'worker', ...core],
    names: middle,
    packages: [lit, homeAssistant, /^lean-qr\//],
  },
  // The page's worker and what speaks to it.
  { folder: 'src/runtime/worker/', name: 'worker', uses: core, names: [], packages: [/^workbox-window$/] },
  { folder: 'src/runtime/call/', name: 'call', uses: [], names: [], packages: [] },
  { folder: 'src/runtime/platform/', name: 'platform', uses: [], names: [], packages: [] },
  // The one place that knows LiveKit; loaded once an account has MatrixRTC.
  {
    folder: 'src/runtime/providers/matrix/matrix-rtc/room/',
    name: 'matrix-rtc-room',
    uses: ['providers', 'rtc', ...core],
    names: [],
    packages: [/^livekit-client$/, /^virtual:media-encryption-worker-url$/],
  },
  {
    folder: 'src/runtime/providers/matrix/',
    name: 'matrix',
    uses: ['matrix-rtc-room', 'providers', 'rtc', ...core],
    names: [],
    packages: [/^(matrix-js-sdk|@matrix-org\/[^/]+)(\/|$)/, /^virtual:crypto-wasm-url$/],
  },
  {
    folder: 'src/runtime/providers/xmpp/',
    name: 'xmpp',
    uses: ['providers', 'rtc', ...core],
    names: [],
    packages: [/^stanza(\/|$)/],
  },
  // The test partner of this page: a provider without accounts, so not in the registry.
  { folder: 'src/runtime/providers/echo/', name: 'echo', uses: ['providers', 'rtc', ...core], names: [], packages: [] },
  // The peer connection, the same for every protocol.
  { folder: 'src/runtime/providers/rtc/', name: 'rtc', uses: ['providers', ...core], names: [], packages: [] },
  // The one place that names every provider.
  {
    folder: 'src/runtime/providers/registry.ts',
    name: 'registry',
    uses: ['providers', 'matrix', 'xmpp', ...core],
    names: [],
    packages: [],
  },
  { folder: 'src/runtime/providers/', name: 'providers', uses: core, names: middle, packages: [] },
  { folder: 'src/runtime/media/', name: 'media', uses: core, names: middle, packages: [/^hls\.js(\/|$)/] },
  { folder: 'src/runtime/displays/', name: 'displays', uses: core, names: middle, packages: [] },
  { folder: 'src/runtime/storage/', name: 'storage', uses: core, names: middle, packages: [/^idb(\/|$)/] },
  {
    folder: 'src/runtime/home-assistant/',
    name: 'home-assistant',
    uses: core,
    names: middle,
    packages: [homeAssistant],
  },
  // Above the rooms that they look at and report of, below the runtime that asks them.
  { folder: 'src/runtime/checks/', name: 'checks', uses: ['media', ...core], names: middle, packages: [] },
  {
    folder: 'src/runtime/diagnostics/',
    name: 'diagnostics',
    uses: ['checks', ...core],
    names: middle,
    packages: [],
  },
  {
    folder: 'src/runtime/',
    name: 'runtime',
    uses: ['registry', 'echo', 'rtc', 'checks', 'diagnostics', ...middle, ...core],
    names: [],
    packages: [],
  },
];

/** Outside of `src`: what a folder must not import. */
interface Fence {
  readonly from: string;
  readonly to: RegExp;
  /** Whether types are fenced off as well; true unless said otherwise. */
  readonly typesToo?: boolean;
  readonly because: string;
}

const fences: readonly Fence[] = [
  { from: 'demo/person/', to: /^src\//, because: 'the other person is an independent client' },
  { from: 'demo/', to: /^(test|bench)\//, because: 'tests and bench use the demo, not the other way round' },
  { from: 'test/peers/', to: /^src\//, because: 'peers are independent clients' },
  // Its types may be named: the tests read the snapshot that the card publishes.
  { from: 'test/e2e/', to: /^src\//, typesToo: false, because: 'end to end means the built card' },
];

const facade = 'src/card/call-assist-card.ts';

function roomOf(file: string): Room | undefined {
  const room = rooms.find(({ folder }) => file.startsWith(folder));
  // A new provider's folder needs a room of its own, else others could lean on it.
  return room?.name === 'providers' && file.slice(room.folder.length).includes('/') ? undefined : room;
}

function isContract(file: string, { folder, name }: Room): boolean {
  const others: Readonly<Record<string, string>> = { providers: 'provider.ts', displays: 'view.ts' };
  return file === `${folder}${name}.ts` || file === `${folder}${others[name]}`;
}

/** Why this import is wrong, or undefined when it is right. */
function complaint(file: string, specifier: string, typeOnly: boolean): string | undefined {
  const target = resolveRelative(file, specifier);
  if (!file.startsWith('src/')) {
    const fence = fences.find(({ from, to, typesToo = true }) => {
      return file.startsWith(from) && target !== undefined && to.test(target) && (typesToo || !typeOnly);
    });
    return fence?.because;
  }
  const room = roomOf(file);
  if (!room) return 'this file is in no room: add its folder to scripts/check/arrows.ts and docs/architecture.md';
  if (target === undefined) {
    if (room.packages.some((allowed) => allowed.test(specifier))) return undefined;
    return `the room "${room.name}" does not use this package`;
  }
  if (target === facade) return 'nobody imports the facade: it would be evaluated twice under HACS';
  if (!target.startsWith('src/')) return 'src imports only src';
  if ((room.name === 'card' || room.name === 'editor') && pure.has(target)) return undefined;
  const other = roomOf(target);
  if (!other) return 'the target is in no room';
  if (other === room || room.uses.includes(other.name)) return undefined;
  if (room.names.includes(other.name) && isContract(target, other)) {
    return typeOnly ? undefined : `"${room.name}" may only name types of the contract of "${other.name}"`;
  }
  return `"${room.name}" must not use "${other.name}"`;
}

/** Each circle once, as the list of files along it. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

const complaints: string[] = [];
const graph = new Map<string, string[]>();
for (const folder of ['src', 'test', 'demo', 'bench']) {
  for (const file of typescriptFiles(folder)) {
    const imports = importsOf(file);
    graph.set(
      file,
      imports.map(({ specifier }) => resolveRelative(file, specifier)).filter((target) => target !== undefined),
    );
    for (const { specifier, typeOnly, line } of imports) {
      const reason = complaint(file, specifier, typeOnly);
      if (reason !== undefined) complaints.push(`${file}:${line} imports '${specifier}': ${reason}`);
    }
  }
}
for (const circle of circles(graph)) complaints.push(`circular import: ${circle.join(' → ')}`);

for (const line of complaints) console.error(line);
if (complaints.length > 0) process.exitCode = 1;
