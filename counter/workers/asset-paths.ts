import type { Fetcher } from '@cloudflare/workers-types';
import { pathsOf, sitemapParts } from '../core/counted-path.ts';

const rememberedFor = 60_000;

/**
 * The paths of the sitemap among the static assets, or of the parts it lists, remembered for a minute; while it cannot
 * be had, those known before.
 */
export function assetPaths(assets: Fetcher, clock: () => number): () => Promise<ReadonlySet<string>> {
  let paths: ReadonlySet<string> = new Set();
  let read = Number.NEGATIVE_INFINITY;
  const fetched = async (file: string) => {
    const response = await assets.fetch(`https://assets/${encodeURIComponent(file)}`);
    return response.ok ? response.text() : undefined;
  };
  return async () => {
    const now = clock();
    if (Math.abs(now - read) < rememberedFor) return paths;
    const sitemap = await fetched('sitemap.xml');
    if (sitemap === undefined) return paths;
    const parts = sitemapParts(sitemap);
    const texts = parts ? await Promise.all(parts.map(fetched)) : [sitemap];
    if (texts.includes(undefined)) return paths;
    paths = new Set(texts.flatMap((text = '') => [...pathsOf(text)]));
    read = now;
    return paths;
  };
}
