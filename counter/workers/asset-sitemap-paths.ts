import type { Fetcher } from '@cloudflare/workers-types';
import { childSitemapNames, isWholeSitemap, parseSitemapPaths } from '../core/counted-path.ts';

const cacheTime = 60_000;

/**
 * The paths in the sitemap among the static assets and in its child sitemaps, cached for a minute; the previous paths
 * when one of them cannot be fetched or is no sitemap.
 */
export function assetSitemapPaths(assets: Fetcher, clock: () => number): () => Promise<ReadonlySet<string>> {
  let paths: ReadonlySet<string> = new Set();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  const fetchText = async (file: string) => {
    const response = await assets.fetch(`https://assets/${encodeURIComponent(file)}`);
    const text = response.ok ? await response.text() : '';
    return isWholeSitemap(text) ? text : undefined;
  };
  return async () => {
    const now = clock();
    if (Math.abs(now - fetchedAt) < cacheTime) return paths;
    const sitemap = await fetchText('sitemap.xml');
    if (sitemap === undefined) return paths;
    const children = childSitemapNames(sitemap);
    const texts = children ? await Promise.all(children.map(fetchText)) : [sitemap];
    if (texts.includes(undefined)) return paths;
    paths = new Set(texts.flatMap((text = '') => [...parseSitemapPaths(text)]));
    fetchedAt = now;
    return paths;
  };
}
