/** Collects the licences of everything that is bundled into `THIRD-PARTY-NOTICES.txt`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rollup';

interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

interface PackageJson {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Packages that come with their own dependencies bundled into them: no module of those is seen here. */
const bundlers = new Set(['livekit-client']);

const licenceFile = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/** The folder of the package a module belongs to; undefined for our own modules and for virtual ones. */
function packageFolder(moduleId: string): string | undefined {
  const path = moduleId.replace(/^\0/, '').replace(/\?.*$/, '');
  if (!path.includes('/node_modules/')) return undefined;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    // Packages put nameless package.json files into sub-folders to switch the module type.
    if (existsSync(file) && readPackage(folder).version !== undefined) return folder;
  }
  return undefined;
}

function readPackage(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
}

/** The folder, and those of what is bundled into it. */
function withBundled(folder: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(folder)) return seen;
  seen.add(folder);
  const { name = '', dependencies = {} } = readPackage(folder);
  if (seen.size === 1 && !bundlers.has(name)) return seen;
  for (const dependency of Object.keys(dependencies)) {
    const found = installed(dependency, folder);
    if (found !== undefined) withBundled(found, seen);
  }
  return seen;
}

/** Where a package finds another, as Node looks for it. */
function installed(name: string, from: string): string | undefined {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  return undefined;
}

function readNotice(folder: string): Notice {
  const { name = folder, version = '', license = 'unknown licence', author } = readPackage(folder);
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length > 0) return { name, version, licence: license, text: texts.join('\n\n') };
  const authorName = typeof author === 'string' ? author : author?.name;
  const byName = `Licensed under ${license}${authorName === undefined ? '' : `, by ${authorName}`}.`;
  return { name, version, licence: license, text: [byName, ...headsOf(folder)].join('\n\n') };
}

/** What stands above the code of a package that has no file for its licence: each copyright with its terms, once. */
function headsOf(folder: string): readonly string[] {
  const heads = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => /^(?:\/\/.*\n)+/.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? '')
    .filter((head) => /copyright/i.test(head))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  // Some go on to speak of their file.
  const known = heads.filter((head, index) => heads.findIndex((other) => head.startsWith(other)) === index);
  return known.map((head) => head.replaceAll(/^\/\/ ?/gm, '').trim());
}

const rule = `\n\n${'-'.repeat(80)}\n\n`;

export function thirdPartyNotices(fileName: string): Plugin {
  return {
    name: 'third-party-notices',
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const folder = renderedLength > 0 ? packageFolder(id) : undefined;
          if (folder === undefined || folders.has(folder)) continue;
          for (const part of withBundled(folder)) folders.add(part);
        }
      }
      const notices = [...folders]
        .map(readNotice)
        .toSorted((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
      const unique = notices.filter(
        (notice, index) => notice.name !== notices[index - 1]?.name || notice.version !== notices[index - 1]?.version,
      );
      const parts = unique.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`);
      const intro = 'Call Assist is made with these packages. Each keeps its own licence.';
      this.emitFile({ type: 'asset', fileName, source: `${[intro, ...parts].join(rule)}\n` });
    },
  };
}
