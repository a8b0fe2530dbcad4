import type { NewsSitemapProps, SitemapIndexProps, SitemapProps } from '#layouts/feeds/sitemap.ts';
import { articleAddress, newsSitemapAddress, sitemapAddress, sitemapPartAddress } from '#news/address.ts';
import { recentNews } from '#news/recent-news.ts';
import { type Page, type RenderContext, unindexedPage } from './page.ts';
import { absoluteUrl, type SiteContext } from './site-context.ts';

/** sitemaps.org 0.9: the maximum in one file. */
const maxEntries = 50_000;
/** sitemap-news: the maximum in one file. */
const maxNews = 1000;
const source = 'sơ đồ trang';

type IndexedPage = Pick<Page<unknown>, 'address' | 'changed' | 'pictures'>;

/** The sitemap in one file, or an index of parts that are filled in the order of `indexed`. */
export function sitemapPages(
  context: SiteContext,
  indexed: readonly IndexedPage[],
  max = maxEntries,
): { sitemap: Page<SitemapProps>[]; sitemapIndex: Page<SitemapIndexProps>[] } {
  const file = (address: string, pages: readonly IndexedPage[]) => ({
    ...unindexedPage<SitemapProps>(address, source, (render) => ({
      entries: pages.map((page) => entry(context, render, page)),
    })),
    cacheInputs: ({ pictures }: RenderContext) =>
      pages.flatMap((page) => [
        ...[page.address, page.changed?.getTime()],
        ...(page.pictures ?? []).map((file) => pictures.get(file)?.shared.address),
      ]),
  });
  if (indexed.length <= max) return { sitemap: [file(sitemapAddress, indexed)], sitemapIndex: [] };

  const parts = Array.from({ length: Math.ceil(indexed.length / max) }, (_, index) => ({
    address: sitemapPartAddress(index + 1),
    pages: indexed.slice(index * max, (index + 1) * max),
  }));
  return {
    sitemap: parts.map(({ address, pages }) => file(address, pages)),
    sitemapIndex: [
      unindexedPage(sitemapAddress, source, () => ({
        parts: parts.map(({ address, pages }) => {
          const changed = lastChange(pages);
          return { url: absoluteUrl(context, address), ...(changed && { changed }) };
        }),
      })),
    ],
  };
}

/** The news sitemap of recent articles; without drafts, even in a preview. */
export function newsSitemapPage(context: SiteContext): Page<NewsSitemapProps> {
  const { organisation, articles } = context.content;
  return unindexedPage(newsSitemapAddress, 'sơ đồ tin mới', () => ({
    publication: organisation.name,
    articles: recentNews(articles, context.settings.now)
      .slice(0, maxNews)
      .map(({ slug, date, title }) => ({ url: absoluteUrl(context, articleAddress(slug)), date, title })),
  }));
}

function entry(context: SiteContext, { pictures }: RenderContext, page: IndexedPage): SitemapProps['entries'][number] {
  const images = [...new Set(page.pictures)].flatMap((file) => {
    const picture = pictures.get(file);
    return picture ? [absoluteUrl(context, picture.shared.address)] : [];
  });
  return {
    url: absoluteUrl(context, page.address),
    ...(page.changed && { changed: page.changed }),
    ...(images.length > 0 && { images }),
  };
}

function lastChange(pages: readonly IndexedPage[]): Date | undefined {
  return pages.reduce<Date | undefined>(
    (last, { changed }) => (changed && (!last || changed > last) ? changed : last),
    undefined,
  );
}
