import { readFileSync, statSync } from 'node:fs';
import { pathsOf } from '../core/counted-path.ts';

const lookEvery = 1000;

/** The paths of a sitemap file, read again when the file was changed; none while there is no file. */
export function sitemapPaths(file: string, clock: () => number): () => ReadonlySet<string> {
  let paths: ReadonlySet<string> = new Set();
  let looked = Number.NEGATIVE_INFINITY;
  let version = '';
  return () => {
    const now = clock();
    if (Math.abs(now - looked) < lookEvery) return paths;
    looked = now;
    const found = statSync(file, { throwIfNoEntry: false });
    const current = found ? `${found.mtimeMs} ${found.size} ${found.ino}` : '';
    if (current === version) return paths;
    version = current;
    paths = found ? pathsOf(readFileSync(file, 'utf8')) : new Set();
    return paths;
  };
}
