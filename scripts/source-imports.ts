/** What our TypeScript files import. Used by the arrow check and by the unit tests' bundle of packages. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { root } from './paths.ts';

export interface SourceImport {
  readonly specifier: string;
  /** Erased before it runs: `import type`, or `import('…').T` in a type. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** The TypeScript files below a folder of the project, as paths from the root with forward slashes; none if it is missing. */
export function typescriptFiles(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** @throws when the file cannot be parsed. */
export function importsOf(file: string): SourceImport[] {
  const source = readFileSync(join(root, file), 'utf8');
  const { module, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;
  const found: SourceImport[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ specifier: moduleRequest.value, typeOnly, line: lineAt(start) });
  }
  for (const { entries, start } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType, line: lineAt(start) });
    }
  }
  const dynamicStarts = new Set(module.dynamicImports.map(({ start }) => start));
  for (const match of source.matchAll(/\bimport\(\s*(['"])([^'"]+)\1/g)) {
    found.push({ specifier: match[2] ?? '', typeOnly: !dynamicStarts.has(match.index), line: lineAt(match.index) });
  }
  return found;
}

/** The file that a relative specifier means, as a path from the root; undefined for packages and virtual modules. */
export function resolveRelative(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/');
}
