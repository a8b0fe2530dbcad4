import type { OfferedFeed, SubscriptionsProps } from '#layouts/subscriptions.ts';
import {
  authorAddress,
  categoryAddress,
  feedAddress,
  homeAddress,
  questionsAddress,
  subscriptionsAddress,
  tagAddress,
} from '#news/address.ts';
import { listTitle } from '#news/list-title.ts';
import { copyScriptAddress } from '#site/assets/assets.ts';
import { absolute, type Desk, feedLinks, framed, link } from './desk.ts';
import { tagsWithFeeds } from './feeds.ts';
import { type Page, page } from './page.ts';

const title = 'Nguồn tin RSS';

/** The page that explains feeds and offers every one there is to follow. */
export function subscriptionsPage(desk: Desk): Page<SubscriptionsProps> {
  const { announced, categories, authors, tags, organisation } = desk.newsroom;
  const tagged = [...tagsWithFeeds(announced.articles)].flatMap((key) => tags.get(key) ?? []);
  const description = `Theo dõi bài mới bằng chương trình đọc tin: mọi nguồn RSS, Atom và JSON của trang - ${organisation.name}`;
  return page(subscriptionsAddress, 'trang nguồn tin', (materials) => ({
    ...framed(desk, materials, subscriptionsAddress, title, description, { scripts: [link(desk, copyScriptAddress)] }),
    groups: [
      {
        title: 'Cả trang',
        feeds: [offered(desk, 'Mọi bài mới', homeAddress), offered(desk, listTitle.questions, questionsAddress())],
      },
      {
        title: 'Theo chuyên mục',
        feeds: categories.map(({ name, slug }) => offered(desk, name, categoryAddress(slug))),
      },
      { title: 'Theo tác giả', feeds: authors.map(({ name, slug }) => offered(desk, name, authorAddress(slug))) },
      {
        title: 'Theo thẻ',
        // Not in the order of the news, or the page would change with it.
        feeds: tagged
          .sort((a, b) => (a.slug < b.slug ? -1 : 1))
          .map(({ name, slug }) => offered(desk, name, tagAddress(slug))),
      },
    ].filter(({ feeds }) => feeds.length > 0),
  }));
}

function offered(desk: Desk, text: string, list: string): OfferedFeed {
  const { rss, atom, json } = feedLinks(desk, text, list);
  const address = absolute(desk, feedAddress('rss', list));
  const encoded = encodeURIComponent(address);
  return {
    about: { text, href: link(desk, list) },
    address,
    forms: [
      { text: 'RSS', href: rss },
      { text: 'Atom', href: atom },
      { text: 'JSON', href: json },
    ],
    services: [
      { text: 'Feedly', href: `https://feedly.com/i/subscription/feed%2F${encoded}` },
      { text: 'Inoreader', href: `https://www.inoreader.com/?add_feed=${encoded}` },
    ],
  };
}
