import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SettingsError } from '#site/settings.ts';

/** A sitemap of the last deployment, and its path as messages show it. */
export interface DeployedSitemap {
  readonly path: string;
  readonly sitemap: string;
}

/** The names of the parts that a sitemap index lists; empty for a sitemap that is none. */
export function sitemapParts(sitemap: string): string[] {
  if (!/<sitemapindex[\s>]/.test(sitemap)) return [];
  return Array.from(sitemap.matchAll(/\/([^/<\s]+)\s*<\/loc>/g), ([, name = '']) => name);
}

/** The deployed sitemap; for a sitemap index, its parts, which must be in the same folder. */
export function deployedSitemaps(path: string): DeployedSitemap[] {
  const sitemap = readFileSync(path, 'utf8');
  const parts = sitemapParts(sitemap);
  if (parts.length === 0) return [{ path, sitemap }];
  return parts.map((name) => {
    const part = join(dirname(path), name);
    if (!existsSync(part))
      throw new SettingsError(`${path} chia thành nhiều tệp mà không thấy “${part}”: chép cả tệp ấy về cạnh nó.`);
    return { path: part, sitemap: readFileSync(part, 'utf8') };
  });
}

/** An address in a sitemap, without the base path, and its place there. */
export interface SitemapAddress {
  readonly address: string;
  readonly line: number;
  readonly column: number;
}

/** The addresses of a sitemap, in its order. */
export function sitemapAddresses(sitemap: string, base: string): SitemapAddress[] {
  return sitemap.split('\n').flatMap((text, index) =>
    Array.from(text.matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g), ({ 1: url = '', index: offset }) => ({
      address: decodeURIComponent(new URL(url).pathname).slice(base.length),
      ...{ line: index + 1, column: offset + 1 },
    })),
  );
}
