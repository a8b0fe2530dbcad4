import type { FeedItem, FeedProps, FeedUrls, PrintedFeed } from '#layouts/feeds/feed.ts';
import { type FeedForm, feedAddress, homeAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { permanentFeedId } from '#news/permanent-id.ts';
import { absolute, type Desk } from './desk.ts';
import type { Latest } from './latest.ts';
import { type Materials, type Page, unindexed } from './page.ts';
import { type Item, shownItem } from './shown-item.ts';

const formats: readonly FeedForm[] = ['rss', 'atom', 'json'];
const source = 'nguồn tin';

/** What a feed is made from. */
export interface Feed<ItemType extends Item> {
  /** The address of the list of the same items. */
  readonly list: string;
  /** Absent: the feed of the whole site. */
  readonly title?: string;
  readonly description?: string | undefined;
  readonly items: readonly ItemType[];
  readonly item: (context: Desk, render: Materials, item: ItemType) => FeedItem;
  readonly deleted?: readonly Article[];
  readonly more?: Pick<FeedProps, 'archive' | 'current' | 'older' | 'newer'>;
}

/** The URL of the feed of a list in each format. */
export function feedUrls(context: Desk, listAddress: string): FeedUrls {
  const url = (format: FeedForm) => absolute(context, feedAddress(format, listAddress));
  return { rss: url('rss'), atom: url('atom'), json: url('json') };
}

/** A feed in each format. */
export function feedForms<ItemType extends Item>(
  context: Desk,
  feed: Feed<ItemType>,
  memoize: Latest<FeedProps>,
): Page<PrintedFeed>[] {
  return formats.map((format) => ({
    ...unindexed<PrintedFeed>(feedAddress(format, feed.list), source, (render) => ({
      form: format,
      feed: memoize(feed, () => ({
        ...feedHead(context, feed),
        items: feed.items.map((item) => feed.item(context, render, item)),
      })),
    })),
    shows: (render) => [
      ...[feed.title, feed.description, JSON.stringify(feed.more)],
      ...deletedEntries(feed).flatMap(({ id, when }) => [id, when.getTime()]),
      ...feed.items.map((item) => shownItem(context, render, item)),
    ],
  }));
}

/** The properties of a feed without its items. */
function feedHead<ItemType extends Item>(context: Desk, feed: Feed<ItemType>): Omit<FeedProps, 'items'> {
  const { organisation } = context.newsroom;
  const { title, more: paging = {} } = feed;
  return {
    id: permanentFeedId(organisation.id ?? organisation.name, feed.list),
    title: title === undefined ? organisation.name : `${title} - ${organisation.name}`,
    description: feed.description ?? organisation.description,
    home: absolute(context, paging.current ? homeAddress : feed.list),
    self: feedUrls(context, feed.list),
    ...(organisation.hub && !paging.current && { hub: organisation.hub }),
    deleted: deletedEntries(feed),
    ...paging,
  };
}

function deletedEntries({ deleted = [] }: Pick<Feed<Item>, 'deleted'>): FeedProps['deleted'] {
  return deleted.flatMap(({ id, withdrawn }) => (withdrawn ? [{ id, when: withdrawn.date }] : []));
}
