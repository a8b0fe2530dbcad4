import { categoryAddress, feedAddress, homeAddress, questionsAddress } from '#news/address.ts';
import type { ContentPages } from './content-pages.ts';
import type { SiteContext } from './site-context.ts';

/** Only the home page, articles, their lists by category, tag, author and month, and Atom of site and categories. */
export function corePages({ content }: SiteContext, pages: ContentPages): ContentPages {
  const lists = [homeAddress, ...content.categories.map(({ slug }) => categoryAddress(slug))];
  const feeds = new Set(lists.map((list) => feedAddress('atom', list)));
  const noPages: { readonly [view: string]: never[] } = Object.fromEntries(
    Object.keys(pages).map((view) => [view, []]),
  );
  return {
    ...pages,
    ...noPages,
    home: pages.home,
    article: pages.article,
    list: pages.list.filter(({ address }) => !address.startsWith(questionsAddress())),
    feed: pages.feed.filter(({ address }) => feeds.has(address)),
  };
}
