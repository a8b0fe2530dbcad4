import { newsSitemapAddress, sitemapAddress } from '#news/address.ts';
import { contentPages } from './content-pages.ts';
import { calendarFiles } from './event-pages.ts';
import { llmsTxt } from './llms-txt.ts';
import { type Page, unindexedPage } from './page.ts';
import { absoluteUrl, type SiteContext } from './site-context.ts';
import { newsSitemapPage, sitemapPages } from './sitemap-pages.ts';
import { statisticsFiles } from './statistics-pages.ts';
import { statusFile } from './status-file.ts';

/** Every page of the site by the name of the view that renders it. */
export type SitePages = ReturnType<typeof sitePages>;

/** Lists every page of the site; the props of a page are made when it is rendered. */
export function sitePages(context: SiteContext) {
  const pages = contentPages(context);
  // Oldest first: in a sitemap of several parts, an added entry moves every entry after it.
  const indexed = [
    ...pages.home,
    ...pages.standingPage,
    ...pages.directory,
    ...pages.article.toReversed(),
    ...pages.question.toReversed(),
    ...pages.document.toReversed(),
    ...pages.event.toReversed(),
    ...pages.list,
    ...pages.questionList,
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
    ...sitemapPages(context, indexed),
    newsSitemap: [newsSitemapPage(context)],
    text: [
      robots(context),
      llmsTxt(context),
      schedule(context),
      statusFile(context),
      ...statisticsFiles(context),
      ...calendarFiles(context),
    ],
  };
}

function robots(context: SiteContext): Page<string> {
  return unindexedPage('/robots.txt', 'robots', () =>
    context.settings.hasPublicUrl
      ? `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(context, sitemapAddress)}\nSitemap: ${absoluteUrl(context, newsSitemapAddress)}\n`
      : 'User-agent: *\nDisallow: /\n',
  );
}

function schedule({ content: { nextBuildAt } }: SiteContext): Page<string> {
  return unindexedPage(
    '/build.json',
    'lịch dựng lại',
    () => `${JSON.stringify({ nextBuildAt: nextBuildAt?.toISOString() ?? null })}\n`,
  );
}

/** The address of every page and the source it is made from. */
export function pageAddresses(pages: Partial<SitePages>): { readonly address: string; readonly source: string }[] {
  return Object.values(pages).flat();
}
