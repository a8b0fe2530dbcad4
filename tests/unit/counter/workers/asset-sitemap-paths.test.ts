import type { Fetcher } from '@cloudflare/workers-types';
import { expect, test } from 'vitest';
import { assetSitemapPaths } from '#counter/workers/asset-sitemap-paths.ts';

const loc = (path: string) => `<loc>https://example.org${path}</loc>`;

test('the paths of all child sitemaps of an index are read; if a child is missing, the previous paths remain', async () => {
  const files = new Map([['/sitemap.xml', `<urlset>${loc('/a/')}</urlset>`]]);
  const assets = {
    fetch: async (url: string) => {
      const text = files.get(new URL(url).pathname);
      return new Response(text ?? '', { status: text === undefined ? 404 : 200 });
    },
  } as unknown as Fetcher;
  let now = 0;
  const paths = assetSitemapPaths(assets, () => now);
  expect([...(await paths())]).toEqual(['/a/']);

  files.set('/sitemap.xml', `<sitemapindex>${loc('/sitemap-1.xml')}${loc('/sitemap-2.xml')}</sitemapindex>`);
  files.set('/sitemap-1.xml', `<urlset>${loc('/b/')}</urlset>`);
  now += 60_000;
  expect([...(await paths())]).toEqual(['/a/']);
  files.set('/sitemap-2.xml', `<urlset>${loc('/c/')}</urlset>`);
  expect([...(await paths())]).toEqual(['/b/', '/c/']);
});
