import type { FeedListing, SubscriptionsProps } from '#layouts/subscriptions.ts';
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
import { tagsWithFeeds } from './feed-pages.ts';
import { indexedPage, type Page } from './page.ts';
import { absoluteUrl, feedHrefs, frameProps, type SiteContext, siteHref } from './site-context.ts';

const title = 'Nguồn tin RSS';

/** The page that explains feeds and links all of them. */
export function subscriptionsPage(context: SiteContext): Page<SubscriptionsProps> {
  const { listed, categories, authors, tags, organisation } = context.content;
  const tagged = [...tagsWithFeeds(listed.articles)].flatMap((key) => tags.get(key) ?? []);
  const description = `Theo dõi bài mới bằng chương trình đọc tin: mọi nguồn RSS, Atom và JSON của trang - ${organisation.name}`;
  return indexedPage(subscriptionsAddress, 'trang nguồn tin', (render) => ({
    ...frameProps(
      context,
      render,
      { address: subscriptionsAddress, title, description },
      {
        scripts: [siteHref(context, copyScriptAddress)],
      },
    ),
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

function offeredFeed(context: SiteContext, text: string, listAddress: string): FeedListing {
  const { rss, atom, json } = feedHrefs(context, text, listAddress);
  const address = absoluteUrl(context, feedAddress('rss', listAddress));
  const encoded = encodeURIComponent(address);
  return {
    about: { text, href: siteHref(context, listAddress) },
    url: address,
    formats: [
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
