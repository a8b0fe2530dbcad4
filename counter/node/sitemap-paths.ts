import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { childSitemapNames, isWholeSitemap, parseSitemapPaths } from '../core/counted-path.ts';

const checkInterval = 1000;

/**
 * The paths in a sitemap file and in its child sitemaps, read again after a change. While one of them is missing or
 * incomplete, the last paths stay, and `warn` is told once: a site that is being built again has not lost its pages.
 */
export function sitemapPaths(
  file: string,
  clock: () => number,
  warn: (message: string) => void,
): () => ReadonlySet<string> {
  let paths: ReadonlySet<string> = new Set();
  let checked = Number.NEGATIVE_INFINITY;
  let files: readonly string[] = [file];
  let signature = '';
  let isWarned = false;
  return () => {
    const now = clock();
    if (Math.abs(now - checked) < checkInterval) return paths;
    checked = now;
    if (signatureOf(files) === signature) return paths;
    const text = readText(file);
    const children = childSitemapNames(text)?.map((name) => join(dirname(file), name));
    files = [file, ...(children ?? [])];
    signature = signatureOf(files);
    const texts = [text, ...(children ?? []).map(readText)];
    if (texts.every(isWholeSitemap)) {
      paths = new Set((children ? texts.slice(1) : texts).flatMap((part) => [...parseSitemapPaths(part)]));
      isWarned = false;
    } else if (paths.size > 0 && !isWarned) {
      warn(`Sơ đồ trang ${file} thiếu hoặc dở dang: vẫn đếm những trang đã biết.`);
      isWarned = true;
    }
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
