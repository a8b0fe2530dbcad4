import { categoryAddress, feedAddress, homeAddress, questionsAddress } from '#news/address.ts';
import type { ContentPages } from './content-pages.ts';
import type { Desk } from './desk.ts';

/** What any newspaper has: articles, their lists by category, tag, author and month, the home page, and Atom, whole and by category. */
export function corePages({ newsroom }: Desk, pages: ContentPages): ContentPages {
  const lists = [homeAddress, ...newsroom.categories.map(({ slug }) => categoryAddress(slug))];
  const feeds = new Set(lists.map((list) => feedAddress('atom', list)));
  const none: { readonly [view: string]: never[] } = Object.fromEntries(Object.keys(pages).map((view) => [view, []]));
  return {
    ...pages,
    ...none,
    home: pages.home,
    article: pages.article,
    list: pages.list.filter(({ address }) => !address.startsWith(questionsAddress())),
    feed: pages.feed.filter(({ address }) => feeds.has(address)),
  };
}
