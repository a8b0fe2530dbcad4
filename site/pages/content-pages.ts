import { standingPageAddress } from '#news/address.ts';
import { documentRegister } from '#news/document-register.ts';
import { accessibilityPage } from './accessibility-page.ts';
import { archives } from './archives.ts';
import { articlePages } from './article-pages.ts';
import type { Desk } from './desk.ts';
import { documentPages } from './document-pages.ts';
import { documentRegisters } from './document-registers.ts';
import { eventListPage, eventPages } from './event-pages.ts';
import { feeds } from './feeds.ts';
import { homePage } from './home-page.ts';
import { lists } from './lists.ts';
import { movedPages } from './moved-pages.ts';
import { notFoundPage } from './not-found-page.ts';
import { offlinePage } from './offline-page.ts';
import { overviewPage } from './overview-page.ts';
import type { Page } from './page.ts';
import { privacyPage } from './privacy-page.ts';
import { questionPages } from './question-pages.ts';
import { searchPage } from './search-page.ts';
import { standingPages } from './standing-pages.ts';
import { statisticsPage } from './statistics-pages.ts';
import { subscriptionsPage } from './subscriptions-page.ts';
import { withdrawnPages } from './withdrawn-pages.ts';

export type ContentPages = ReturnType<typeof contentPages>;

/** The pages that people read, and the feeds, by the view that renders them. */
export function contentPages(desk: Desk) {
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

/** A page the site would make, unless editors have written one of their own at its address. */
function unlessWritten<Props>({ newsroom: { pages } }: Desk, made: Page<Props>): Page<Props>[] {
  return pages.some(({ slug }) => standingPageAddress(slug) === made.address) ? [] : [made];
}
