import { standingPageAddress } from '#news/address.ts';
import { registeredDocuments } from '#news/registered-documents.ts';
import { accessibilityPage } from './accessibility-page.ts';
import { archivePages } from './archive-pages.ts';
import { articlePages } from './article-pages.ts';
import { directoryPages } from './directory-pages.ts';
import { documentPages } from './document-pages.ts';
import { documentRegisterPages } from './document-register-pages.ts';
import { eventListPage, eventPages } from './event-pages.ts';
import { feedPages } from './feed-pages.ts';
import { homePage } from './home-page.ts';
import { listingPages } from './listing-pages.ts';
import { movedPages } from './moved-pages.ts';
import { notFoundPage } from './not-found-page.ts';
import { offlinePage } from './offline-page.ts';
import { overviewPage } from './overview-page.ts';
import type { Page } from './page.ts';
import { privacyPage } from './privacy-page.ts';
import { questionListPages } from './question-list-pages.ts';
import { questionPages } from './question-pages.ts';
import { searchPage } from './search-page.ts';
import type { SiteContext } from './site-context.ts';
import { standingPages } from './standing-pages.ts';
import { statisticsPage } from './statistics-pages.ts';
import { subscriptionsPage } from './subscriptions-page.ts';
import { withdrawnPages } from './withdrawn-pages.ts';

export type ContentPages = ReturnType<typeof contentPages>;

/** The pages that people read, and the feeds, by the view that renders them. */
export function contentPages(context: SiteContext) {
  const { archive, months } = archivePages(context);
  const registered = registeredDocuments(context.content.documents);
  return {
    home: [homePage(context)],
    article: articlePages(context),
    withdrawn: withdrawnPages(context),
    moved: movedPages(context),
    list: [...listingPages(context), ...months],
    archive,
    questionList: questionListPages(context),
    question: questionPages(context),
    document: documentPages(context, registered),
    documentRegister: documentRegisterPages(context, registered),
    event: eventPages(context),
    eventList: [eventListPage(context)],
    standingPage: standingPages(context),
    directory: directoryPages(context),
    search: [searchPage(context)],
    statistics: statisticsPage(context),
    subscriptions: [subscriptionsPage(context)],
    overview: unlessOverridden(context, overviewPage(context)),
    accessibility: unlessOverridden(context, accessibilityPage(context)),
    privacy: unlessOverridden(context, privacyPage(context)),
    notFound: [notFoundPage(context)],
    offline: offlinePage(context),
    feed: feedPages(context),
  };
}

/** A generated page, unless editors wrote a page with the same address. */
function unlessOverridden<Props>({ content: { pages } }: SiteContext, generated: Page<Props>): Page<Props>[] {
  return pages.some(({ slug }) => standingPageAddress(slug) === generated.address) ? [] : [generated];
}
