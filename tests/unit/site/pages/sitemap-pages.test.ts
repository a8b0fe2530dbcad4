import { expect, test } from 'vitest';
import type { RenderContext } from '#site/pages/page.ts';
import type { SiteContext } from '#site/pages/site-context.ts';
import { sitemapPages } from '#site/pages/sitemap-pages.ts';
import { readSettings } from '#site/settings.ts';

const context = {
  settings: readSettings({ SITE_URL: 'https://example.org/kho' }, new Date(0)),
} as Partial<SiteContext> as SiteContext;
const render = {
  pictures: new Map([['/anh.jpg', { shared: { address: '/hinh-anh/0123-1440.jpeg' } }]]),
} as unknown as RenderContext;
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const pages = [1, 3, 2, 4, 5].map((n) => ({ address: `/${n}/`, changed: day(n), pictures: ['/anh.jpg', '/anh.jpg'] }));
const locations = ({ sitemap }: ReturnType<typeof sitemapPages>) =>
  sitemap.map(({ address, props }) => [address, props(render).entries.map(({ url }) => url.slice(23))]);

test('a sitemap within the limit is one file, with the URLs of the pictures of each page', () => {
  const { sitemap, sitemapIndex } = sitemapPages(context, pages, 5);
  expect(sitemapIndex).toEqual([]);
  expect(sitemap.map(({ address }) => address)).toEqual(['/sitemap.xml']);
  expect(sitemap[0]?.props(render).entries[0]).toEqual({
    url: 'https://example.org/kho/1/',
    changed: day(1),
    images: ['https://example.org/kho/hinh-anh/0123-1440.jpeg'],
  });
});

test('a sitemap above the limit is an index of parts, each with its last change', () => {
  const split = sitemapPages(context, pages, 2);
  expect(locations(split)).toEqual([
    ['/sitemap-1.xml', ['/1/', '/3/']],
    ['/sitemap-2.xml', ['/2/', '/4/']],
    ['/sitemap-3.xml', ['/5/']],
  ]);
  expect(split.sitemapIndex.map(({ address, props }) => [address, props(render).parts])).toEqual([
    [
      '/sitemap.xml',
      [
        { url: 'https://example.org/kho/sitemap-1.xml', changed: day(3) },
        { url: 'https://example.org/kho/sitemap-2.xml', changed: day(4) },
        { url: 'https://example.org/kho/sitemap-3.xml', changed: day(5) },
      ],
    ],
  ]);
});

test('a page added last does not change the full parts', () => {
  const extended = locations(sitemapPages(context, [...pages, { address: '/6/', changed: day(6), pictures: [] }], 2));
  expect(extended.slice(0, 2)).toEqual(locations(sitemapPages(context, pages, 2)).slice(0, 2));
});
