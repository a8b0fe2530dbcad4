import { newsSitemapAddress, sitemapAddress } from '#news/address.ts';
import { contentPages } from './content-pages.ts';
import { corePages } from './core-pages.ts';
import { absolute, type Desk } from './desk.ts';
import { calendars } from './event-pages.ts';
import { llms } from './llms.ts';
import { type Page, unindexed } from './page.ts';
import { newsSitemapPage, sitemapPages } from './sitemap-pages.ts';
import { statisticsFiles } from './statistics-pages.ts';

/** Every page of the site by the view that prints it. */
export type SitePages = ReturnType<typeof sitePages>;

/** Lists every page of the site with its address; what a page shows is made when it is printed. */
export function sitePages(desk: Desk) {
  const every = contentPages(desk);
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
