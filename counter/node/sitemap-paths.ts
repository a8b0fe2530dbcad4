import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathsOf, sitemapParts } from '../core/counted-path.ts';

const lookEvery = 1000;

/** The paths of a sitemap file, or of the parts beside it that it lists, read again when one was changed; none while there is no file. */
export function sitemapPaths(file: string, clock: () => number): () => ReadonlySet<string> {
  let paths: ReadonlySet<string> = new Set();
  let looked = Number.NEGATIVE_INFINITY;
  let files: readonly string[] = [file];
  let version = '';
  return () => {
    const now = clock();
    if (Math.abs(now - looked) < lookEvery) return paths;
    looked = now;
    if (versionOf(files) === version) return paths;
    const text = textOf(file);
    const parts = sitemapParts(text)?.map((part) => join(dirname(file), part));
    files = [file, ...(parts ?? [])];
    version = versionOf(files);
    paths = parts ? new Set(parts.flatMap((part) => [...pathsOf(textOf(part))])) : pathsOf(text);
    return paths;
  };
}

function textOf(file: string): string {
  return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : '';
}

function versionOf(files: readonly string[]): string {
  return files
    .map((file) => statSync(file, { throwIfNoEntry: false }))
    .map((found) => (found ? `${found.mtimeMs} ${found.size} ${found.ino}` : ''))
    .join('\n');
}
