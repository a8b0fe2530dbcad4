import { accessibility } from '../accessibility.ts';
import { archive } from '../archive.ts';
import { article } from '../article.ts';
import { document } from '../document.ts';
import { documentRegister } from '../document-register.ts';
import { event } from '../event.ts';
import { eventList } from '../event-list.ts';
import { atom } from '../feeds/atom.ts';
import type { PrintedFeed } from '../feeds/feed.ts';
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
import { search } from '../search.ts';
import { standingPage } from '../standing-page.ts';
import { statistics } from '../statistics.ts';
import { subscriptions } from '../subscriptions.ts';
import { withdrawn } from '../withdrawn.ts';

const feedForms = { rss, atom, json: jsonFeed };

/** What prints a page of each kind, whole, as its file holds it. */
export const views = {
  accessibility: framed(accessibility),
  archive: framed(archive),
  article: framed(article),
  document: framed(document),
  documentRegister: framed(documentRegister),
  event: framed(event),
  eventList: framed(eventList),
  feed: ({ form, feed }: PrintedFeed) => feedForms[form](feed),
  home: framed(home),
  list: framed(list),
  moved: framed(moved),
  newsSitemap,
  notFound: framed(notFound),
  offline: framed(offline),
  overview: framed(overview),
  privacy: framed(privacy),
  question: framed(question),
  search: framed(search),
  sitemap,
  sitemapIndex,
  standingPage: framed(standingPage),
  statistics: framed(statistics),
  subscriptions: framed(subscriptions),
  text: (text: string) => text,
  withdrawn: framed(withdrawn),
};

/** Prints a view inside the frame of the site. */
function framed<Props extends FrameProps>(view: (props: Props) => Html) {
  return (props: Props): string => frame(props, view(props));
}
