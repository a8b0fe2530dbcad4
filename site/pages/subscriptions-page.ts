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

/** The page that explains feeds and links all of them. */
export function subscriptionsPage(context: Desk): Page<SubscriptionsProps> {
  const { announced: listed, categories, authors, tags, organisation } = context.newsroom;
  const tagged = [...tagsWithFeeds(listed.articles)].flatMap((key) => tags.get(key) ?? []);
  const description = `Theo dõi bài mới bằng chương trình đọc tin: mọi nguồn RSS, Atom và JSON của trang - ${organisation.name}`;
  return page(subscriptionsAddress, 'trang nguồn tin', (render) => ({
    ...framed(context, render, subscriptionsAddress, title, description, {
      scripts: [link(context, copyScriptAddress)],
    }),
    groups: [
      {
        title: 'Cả trang',
        feeds: [
          offeredFeed(context, 'Mọi bài mới', homeAddress),
          offeredFeed(context, listTitle.questions, questionsAddress()),
        ],
      },
      {
        title: 'Theo chuyên mục',
        feeds: categories.map(({ name, slug }) => offeredFeed(context, name, categoryAddress(slug))),
      },
      {
        title: 'Theo tác giả',
        feeds: authors.map(({ name, slug }) => offeredFeed(context, name, authorAddress(slug))),
      },
      {
        title: 'Theo thẻ',
        // By slug: in order of date, the page would change with every article.
        feeds: tagged
          .sort((a, b) => (a.slug < b.slug ? -1 : 1))
          .map(({ name, slug }) => offeredFeed(context, name, tagAddress(slug))),
      },
    ].filter(({ feeds }) => feeds.length > 0),
  }));
}

function offeredFeed(context: Desk, text: string, listAddress: string): OfferedFeed {
  const { rss, atom, json } = feedLinks(context, text, listAddress);
  const address = absolute(context, feedAddress('rss', listAddress));
  const encoded = encodeURIComponent(address);
  return {
    about: { text, href: link(context, listAddress) },
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
