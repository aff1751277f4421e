// Reads who imports whom in src, for the test of the direction of imports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface Import {
  from: string;
  /** A file of src, relative to it, or a package's name. */
  to: string;
  typeOnly: boolean;
}

const statement =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:([\w*{][^'";]*?)\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** `import { type A, type B }` brings no code along either. */
const onlyTypes = (names: string | undefined): boolean =>
  names !== undefined && /^\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}$/.test(names.trim());

function target(root: string, file: string, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (!specifier.startsWith('.')) return specifier;
  return relative(root, resolve(dirname(join(root, file)), specifier))
    .split(sep)
    .join('/');
}

export function importsOf(root: string, file: string, source: string): Import[] {
  return [...source.matchAll(statement)].map(([, , type, names, specifier, dynamic]) => ({
    from: file,
    to: target(root, file, specifier ?? dynamic ?? ''),
    typeOnly: type !== undefined || onlyTypes(names),
  }));
}

export function allImports(root: string): Import[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs|js|astro)$/.test(file))
    .map((file) => file.split(sep).join('/'))
    .flatMap((file) => importsOf(root, file, readFileSync(join(root, file), 'utf8')));
}
