import { accessibility } from '../accessibility.ts';
import { archive } from '../archive.ts';
import { article } from '../article.ts';
import { directory } from '../directory.ts';
import { document } from '../document.ts';
import { documentRegister } from '../document-register.ts';
import { event } from '../event.ts';
import { eventList } from '../event-list.ts';
import { atom } from '../feeds/atom.ts';
import type { FeedInFormatProps } from '../feeds/feed.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { rss } from '../feeds/rss.ts';
import { newsSitemap, sitemap, sitemapIndex } from '../feeds/sitemap.ts';
import { frame } from '../frame.ts';
import type { FrameProps } from '../frame-props.ts';
import { home } from '../home.ts';
import type { Html } from '../html.ts';
import { list } from '../list.ts';
import { moved } from '../moved.ts';
import { notFound } from '../not-found.ts';
import { offline } from '../offline.ts';
import { overview } from '../overview.ts';
import { privacy } from '../privacy.ts';
import { question } from '../question.ts';
import { questionList } from '../question-list.ts';
import { search } from '../search.ts';
import { standingPage } from '../standing-page.ts';
import { statistics } from '../statistics.ts';
import { subscriptions } from '../subscriptions.ts';
import { withdrawnNotice } from '../withdrawn-notice.ts';

const feedFormats = { rss, atom, json: jsonFeed };

/** The view of each kind of page, which renders its complete file. */
export const views = {
  accessibility: inFrame(accessibility),
  archive: inFrame(archive),
  article: inFrame(article),
  directory: inFrame(directory),
  document: inFrame(document),
  documentRegister: inFrame(documentRegister),
  event: inFrame(event),
  eventList: inFrame(eventList),
  feed: ({ format, feed }: FeedInFormatProps) => feedFormats[format](feed),
  home: inFrame(home),
  list: inFrame(list),
  moved: inFrame(moved),
  newsSitemap,
  notFound: inFrame(notFound),
  offline: inFrame(offline),
  overview: inFrame(overview),
  privacy: inFrame(privacy),
  question: inFrame(question),
  questionList: inFrame(questionList),
  search: inFrame(search),
  sitemap,
  sitemapIndex,
  standingPage: inFrame(standingPage),
  statistics: inFrame(statistics),
  subscriptions: inFrame(subscriptions),
  text: (text: string) => text,
  withdrawn: inFrame(withdrawnNotice),
};

/** Renders a view inside the frame of the site. */
function inFrame<Props extends FrameProps>(view: (props: Props) => Html) {
  return (props: Props): string => frame(props, view(props));
}
