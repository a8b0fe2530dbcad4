import { expect, test } from 'vitest';
import type { Desk } from '#site/pages/desk.ts';
import type { Materials } from '#site/pages/page.ts';
import { sitemapPages } from '#site/pages/sitemap-pages.ts';
import { readSettings } from '#site/settings.ts';

const desk = {
  settings: readSettings({ SITE_URL: 'https://example.org/kho' }, new Date(0)),
  hidden: new Set<string>(),
} as unknown as Desk;
const materials = {
  pictures: new Map([['/anh.jpg', { shared: { address: '/hinh-anh/0123-1440.jpeg' } }]]),
} as unknown as Materials;
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const pages = [1, 3, 2, 4, 5].map((n) => ({ address: `/${n}/`, changed: day(n), pictures: ['/anh.jpg', '/anh.jpg'] }));
const locations = ({ sitemap }: ReturnType<typeof sitemapPages>) =>
  sitemap.map(({ address, props }) => [address, props(materials).entries.map(({ url }) => url.slice(23))]);

test('a sitemap that fits is one file, its entries with their pictures as they are served', () => {
  const { sitemap, sitemapIndex } = sitemapPages(desk, pages, 5);
  expect(sitemapIndex).toEqual([]);
  expect(sitemap.map(({ address }) => address)).toEqual(['/sitemap.xml']);
  expect(sitemap[0]?.props(materials).entries[0]).toEqual({
    url: 'https://example.org/kho/1/',
    changed: day(1),
    images: ['https://example.org/kho/hinh-anh/0123-1440.jpeg'],
  });
});

test('one entry more than fit makes an index of parts, each with the last change in it', () => {
  const split = sitemapPages(desk, pages, 2);
  expect(locations(split)).toEqual([
    ['/sitemap-1.xml', ['/1/', '/3/']],
    ['/sitemap-2.xml', ['/2/', '/4/']],
    ['/sitemap-3.xml', ['/5/']],
  ]);
  expect(split.sitemapIndex.map(({ address, props }) => [address, props(materials).parts])).toEqual([
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

test('what is added last leaves the full parts alone', () => {
  const more = locations(sitemapPages(desk, [...pages, { address: '/6/', changed: day(6), pictures: [] }], 2));
  expect(more.slice(0, 2)).toEqual(locations(sitemapPages(desk, pages, 2)).slice(0, 2));
});
