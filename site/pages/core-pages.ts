import { categoryAddress, feedAddress, homeAddress, questionsAddress } from '#news/address.ts';
import type { Desk } from './desk.ts';
import type { SitePages } from './site-pages.ts';

type Pages = Omit<SitePages, 'sitemap' | 'sitemapIndex' | 'newsSitemap' | 'text'>;

/** What any newspaper has: articles, their lists by category, tag, author and month, the home page, and Atom, whole and by category. */
export function corePages({ newsroom }: Desk, pages: Pages): Pages {
  const lists = [homeAddress, ...newsroom.categories.map(({ slug }) => categoryAddress(slug))];
  const feeds = new Set(lists.map((list) => feedAddress('atom', list)));
  return {
    home: pages.home,
    article: pages.article,
    list: pages.list.filter(({ address }) => !address.startsWith(questionsAddress())),
    feed: pages.feed.filter(({ address }) => feeds.has(address)),
    ...{ withdrawn: [], moved: [], archive: [], question: [], document: [], documentRegister: [], event: [] },
    ...{ eventList: [], standingPage: [], search: [], statistics: [], subscriptions: [], overview: [] },
    ...{ accessibility: [], privacy: [], notFound: [], offline: [] },
  };
}
