import { newsSitemapAddress, sitemapAddress, standingPageAddress } from '#news/address.ts';
import { documentRegister } from '#news/document-register.ts';
import { accessibilityPage } from './accessibility-page.ts';
import { archives } from './archives.ts';
import { articlePages } from './article-pages.ts';
import { corePages } from './core-pages.ts';
import { absolute, type Desk } from './desk.ts';
import { documentPages } from './document-pages.ts';
import { documentRegisters } from './document-registers.ts';
import { calendars, eventListPage, eventPages } from './event-pages.ts';
import { feeds } from './feeds.ts';
import { homePage } from './home-page.ts';
import { lists } from './lists.ts';
import { llms } from './llms.ts';
import { movedPages } from './moved-pages.ts';
import { notFoundPage } from './not-found-page.ts';
import { offlinePage } from './offline-page.ts';
import { overviewPage } from './overview-page.ts';
import { type Page, unindexed } from './page.ts';
import { privacyPage } from './privacy-page.ts';
import { questionPages } from './question-pages.ts';
import { searchPage } from './search-page.ts';
import { newsSitemapPage, sitemapPages } from './sitemap-pages.ts';
import { standingPages } from './standing-pages.ts';
import { statisticsFiles, statisticsPage } from './statistics-pages.ts';
import { subscriptionsPage } from './subscriptions-page.ts';
import { withdrawnPages } from './withdrawn-pages.ts';

/** Every page of the site by the view that prints it. */
export type SitePages = ReturnType<typeof sitePages>;

/** Those of them that people read, and the feeds. */
export type EveryPage = ReturnType<typeof everyPage>;

function everyPage(desk: Desk) {
  const { archive, months } = archives(desk);
  const registered = documentRegister(desk.newsroom.documents);
  return {
    home: [homePage(desk)],
    article: articlePages(desk),
    withdrawn: withdrawnPages(desk),
    moved: movedPages(desk),
    list: [...lists(desk), ...months],
    archive,
    question: questionPages(desk),
    document: documentPages(desk, registered),
    documentRegister: documentRegisters(desk, registered),
    event: eventPages(desk),
    eventList: [eventListPage(desk)],
    standingPage: standingPages(desk),
    search: [searchPage(desk)],
    statistics: statisticsPage(desk),
    subscriptions: [subscriptionsPage(desk)],
    overview: unlessWritten(desk, overviewPage(desk)),
    accessibility: unlessWritten(desk, accessibilityPage(desk)),
    privacy: unlessWritten(desk, privacyPage(desk)),
    notFound: [notFoundPage(desk)],
    offline: offlinePage(desk),
    feed: feeds(desk),
  };
}

/** Lists every page of the site with its address; what a page shows is made when it is printed. */
export function sitePages(desk: Desk) {
  const every = everyPage(desk);
  const pages = desk.settings.core ? corePages(desk, every) : every;
  // What comes later in a sitemap of several parts than what is added moves on by one: the oldest stand first.
  const indexed = [
    ...pages.home,
    ...pages.standingPage,
    ...pages.article.toReversed(),
    ...pages.question.toReversed(),
    ...pages.document.toReversed(),
    ...pages.event.toReversed(),
    ...pages.list,
    ...pages.archive,
    ...pages.documentRegister,
    ...pages.eventList,
    ...pages.search,
    ...pages.statistics,
    ...pages.subscriptions,
    ...pages.overview,
    ...pages.accessibility,
    ...pages.privacy,
  ].filter((page) => page.indexed);
  return {
    ...pages,
    ...sitemapPages(desk, indexed),
    newsSitemap: desk.settings.core ? [] : [newsSitemapPage(desk)],
    text: desk.settings.core
      ? [schedule(desk)]
      : [robots(desk), llms(desk), schedule(desk), ...statisticsFiles(desk), ...calendars(desk)],
  };
}

/** A page the site would make, unless editors have written one of their own at its address. */
function unlessWritten<Props>({ newsroom: { pages } }: Desk, made: Page<Props>): Page<Props>[] {
  return pages.some(({ slug }) => standingPageAddress(slug) === made.address) ? [] : [made];
}

function robots(desk: Desk): Page<string> {
  return unindexed('/robots.txt', 'robots', () =>
    desk.settings.public
      ? `User-agent: *\nAllow: /\n\nSitemap: ${absolute(desk, sitemapAddress)}\nSitemap: ${absolute(desk, newsSitemapAddress)}\n`
      : 'User-agent: *\nDisallow: /\n',
  );
}

function schedule({ newsroom: { nextDue } }: Desk): Page<string> {
  return unindexed(
    '/build.json',
    'lịch dựng lại',
    () => `${JSON.stringify({ nextBuildAt: nextDue?.toISOString() ?? null })}\n`,
  );
}

/** Every address of a site and the file it comes from. */
export function addresses(pages: Partial<SitePages>): { readonly address: string; readonly source: string }[] {
  return Object.values(pages).flat();
}
