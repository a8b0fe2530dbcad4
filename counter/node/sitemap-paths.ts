import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { childSitemapNames, parseSitemapPaths } from '../core/counted-path.ts';

const checkInterval = 1000;

/** The paths in a sitemap file and in its child sitemaps, read again after a change; empty while there is no file. */
export function sitemapPaths(file: string, clock: () => number): () => ReadonlySet<string> {
  let paths: ReadonlySet<string> = new Set();
  let checked = Number.NEGATIVE_INFINITY;
  let files: readonly string[] = [file];
  let signature = '';
  return () => {
    const now = clock();
    if (Math.abs(now - checked) < checkInterval) return paths;
    checked = now;
    if (signatureOf(files) === signature) return paths;
    const text = readText(file);
    const children = childSitemapNames(text)?.map((name) => join(dirname(file), name));
    files = [file, ...(children ?? [])];
    signature = signatureOf(files);
    paths = children
      ? new Set(children.flatMap((child) => [...parseSitemapPaths(readText(child))]))
      : parseSitemapPaths(text);
    return paths;
  };
}

function readText(file: string): string {
  return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : '';
}

function signatureOf(files: readonly string[]): string {
  return files
    .map((file) => statSync(file, { throwIfNoEntry: false }))
    .map((stats) => (stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : ''))
    .join('\n');
}
