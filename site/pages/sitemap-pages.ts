import type { NewsSitemapProps, SitemapIndexProps, SitemapProps } from '#layouts/feeds/sitemap.ts';
import { articleAddress, newsSitemapAddress, sitemapAddress, sitemapPartAddress } from '#news/address.ts';
import { inTheNews } from '#news/in-the-news.ts';
import { absolute, type Desk } from './desk.ts';
import { type Materials, type Page, unindexed } from './page.ts';

/** sitemaps.org 0.9: no more in one file. */
const mostEntries = 50_000;
/** sitemap-news: no more in one file. */
const mostNews = 1000;
const source = 'sơ đồ trang';

type Indexed = Pick<Page<unknown>, 'address' | 'changed' | 'pictures'>;

/** The sitemap in one file, or an index of parts that fill up in the order of `indexed`. */
export function sitemapPages(
  desk: Desk,
  indexed: readonly Indexed[],
  most = mostEntries,
): { sitemap: Page<SitemapProps>[]; sitemapIndex: Page<SitemapIndexProps>[] } {
  const file = (address: string, pages: readonly Indexed[]) => ({
    ...unindexed<SitemapProps>(address, source, (materials) => ({
      entries: pages.map((page) => entry(desk, materials, page)),
    })),
    shows: ({ pictures }: Materials) =>
      pages.flatMap((page) => [
        ...[page.address, page.changed?.getTime()],
        ...(page.pictures ?? []).map((file) => pictures.get(file)?.shared.address),
      ]),
  });
  if (indexed.length <= most) return { sitemap: [file(sitemapAddress, indexed)], sitemapIndex: [] };

  const parts = Array.from({ length: Math.ceil(indexed.length / most) }, (_, index) => ({
    address: sitemapPartAddress(index + 1),
    pages: indexed.slice(index * most, (index + 1) * most),
  }));
  return {
    sitemap: parts.map(({ address, pages }) => file(address, pages)),
    sitemapIndex: [
      unindexed(sitemapAddress, source, () => ({
        parts: parts.map(({ address, pages }) => {
          const changed = lastChange(pages);
          return { url: absolute(desk, address), ...(changed && { changed }) };
        }),
      })),
    ],
  };
}

/** The sitemap of the articles that are news now; never of drafts, not even in a preview. */
export function newsSitemapPage(desk: Desk): Page<NewsSitemapProps> {
  const { organisation, articles } = desk.newsroom;
  return unindexed(newsSitemapAddress, 'sơ đồ tin mới', () => ({
    publication: organisation.name,
    articles: inTheNews(articles, desk.settings.now)
      .slice(0, mostNews)
      .map(({ slug, date, title }) => ({ url: absolute(desk, articleAddress(slug)), date, title })),
  }));
}

function entry(desk: Desk, { pictures }: Materials, page: Indexed): SitemapProps['entries'][number] {
  const images = [...new Set(page.pictures)].flatMap((file) => {
    const made = pictures.get(file);
    return made ? [absolute(desk, made.shared.address)] : [];
  });
  return {
    url: absolute(desk, page.address),
    ...(page.changed && { changed: page.changed }),
    ...(images.length > 0 && { images }),
  };
}

function lastChange(pages: readonly Indexed[]): Date | undefined {
  return pages.reduce<Date | undefined>(
    (last, { changed }) => (changed && (!last || changed > last) ? changed : last),
    undefined,
  );
}
