import type { Fetcher } from '@cloudflare/workers-types';
import { pathsOf } from '../core/counted-path.ts';

const rememberedFor = 60_000;

/** The paths of the sitemap among the static assets, remembered for a minute; while it cannot be had, those known before. */
export function assetPaths(assets: Fetcher, clock: () => number): () => Promise<ReadonlySet<string>> {
  let paths: ReadonlySet<string> = new Set();
  let read = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock();
    if (Math.abs(now - read) < rememberedFor) return paths;
    const response = await assets.fetch('https://assets/sitemap.xml');
    if (!response.ok) return paths;
    paths = pathsOf(await response.text());
    read = now;
    return paths;
  };
}
