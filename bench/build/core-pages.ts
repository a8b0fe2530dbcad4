import { categoryAddress, feedAddress, homeAddress } from '#news/address.ts';
import type { CheckedSite } from '#site/check/read-checked-site.ts';
import type { SitePages } from '#site/pages/site-pages.ts';
import { sitemapPages } from '#site/pages/sitemap-pages.ts';

/**
 * The pages that every compared program builds: the home page, articles, their lists by category, tag, author and
 * month, Atom feeds of the site and of its categories, and a sitemap of these pages; and the schedule of our builds.
 */
export function corePages({ context, pages }: Pick<CheckedSite, 'context' | 'pages'>): SitePages {
  const { home, article, list } = pages;
  const listsWithFeed = [homeAddress, ...context.content.categories.map(({ slug }) => categoryAddress(slug))];
  const feeds = new Set(listsWithFeed.map((address) => feedAddress('atom', address)));
  const noPages: { readonly [view: string]: never[] } = Object.fromEntries(
    Object.keys(pages).map((view) => [view, []]),
  );
  return {
    ...pages,
    ...noPages,
    home,
    article,
    list,
    feed: pages.feed.filter(({ address }) => feeds.has(address)),
    ...sitemapPages(
      context,
      [...home, ...article.toReversed(), ...list].filter(({ indexed }) => indexed),
    ),
    text: pages.text.filter(({ address }) => address === '/build.json'),
  };
}
