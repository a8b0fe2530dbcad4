import type { FeedInFormatProps, FeedItem, FeedProps, FeedUrls } from '#layouts/feeds/feed.ts';
import { type FeedFormat, feedAddress, homeAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { permanentFeedId } from '#news/permanent-id.ts';
import { type ItemWithBody, itemCacheKey } from './item-cache-key.ts';
import type { MemoizeLast } from './memoize-last.ts';
import { type Page, type RenderContext, unindexedPage } from './page.ts';
import { absoluteUrl, type SiteContext } from './site-context.ts';

const formats: readonly FeedFormat[] = ['rss', 'atom', 'json'];
const source = 'nguồn tin';

/** What a feed is made from. */
export interface FeedSource<ItemType extends ItemWithBody> {
  /** The address of the list of the same items. */
  readonly listAddress: string;
  /** Absent: the feed of the whole site. */
  readonly title?: string;
  readonly description?: string | undefined;
  readonly items: readonly ItemType[];
  readonly toFeedItem: (context: SiteContext, render: RenderContext, item: ItemType) => FeedItem;
  readonly deleted?: readonly Article[];
  readonly paging?: Pick<FeedProps, 'archive' | 'current' | 'older' | 'newer'>;
}

/** The URL of the feed of a list in each format. */
export function feedUrls(context: SiteContext, listAddress: string): FeedUrls {
  const url = (format: FeedFormat) => absoluteUrl(context, feedAddress(format, listAddress));
  return { rss: url('rss'), atom: url('atom'), json: url('json') };
}

/** A feed in each format. */
export function feedInEachFormat<ItemType extends ItemWithBody>(
  context: SiteContext,
  feed: FeedSource<ItemType>,
  memoize: MemoizeLast<FeedProps>,
): Page<FeedInFormatProps>[] {
  return formats.map((format) => ({
    ...unindexedPage<FeedInFormatProps>(feedAddress(format, feed.listAddress), source, (render) => ({
      format,
      feed: memoize(feed, () => ({
        ...feedHead(context, feed),
        items: feed.items.map((item) => feed.toFeedItem(context, render, item)),
      })),
    })),
    cacheInputs: (render) => [
      ...[feed.title, feed.description, JSON.stringify(feed.paging)],
      ...deletedEntries(feed).flatMap(({ id, when }) => [id, when.getTime()]),
      ...feed.items.map((item) => itemCacheKey(context, render, item)),
    ],
  }));
}

/** The properties of a feed without its items. */
function feedHead<ItemType extends ItemWithBody>(
  context: SiteContext,
  feed: FeedSource<ItemType>,
): Omit<FeedProps, 'items'> {
  const { organisation } = context.content;
  const { title, paging = {} } = feed;
  return {
    id: permanentFeedId(organisation.id ?? organisation.name, feed.listAddress),
    title: title === undefined ? organisation.name : `${title} - ${organisation.name}`,
    description: feed.description ?? organisation.description,
    home: absoluteUrl(context, paging.current ? homeAddress : feed.listAddress),
    self: feedUrls(context, feed.listAddress),
    ...(organisation.hub && !paging.current && { hub: organisation.hub }),
    deleted: deletedEntries(feed),
    ...paging,
  };
}

function deletedEntries({ deleted = [] }: Pick<FeedSource<ItemWithBody>, 'deleted'>): FeedProps['deleted'] {
  return deleted.flatMap(({ id, withdrawn }) => (withdrawn ? [{ id, when: withdrawn.date }] : []));
}
