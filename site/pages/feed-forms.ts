import type { FeedItem, FeedProps, FeedUrls, PrintedFeed } from '#layouts/feeds/feed.ts';
import { type FeedForm, feedAddress, homeAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { permanentFeedId } from '#news/permanent-id.ts';
import { absolute, type Desk } from './desk.ts';
import type { Latest } from './latest.ts';
import { type Materials, type Page, unindexed } from './page.ts';
import { type Item, shownItem } from './shown-item.ts';

const forms: readonly FeedForm[] = ['rss', 'atom', 'json'];
const source = 'nguồn tin';

/** A feed before it is printed. */
export interface Feed<Told extends Item> {
  /** The address of the list it tells of. */
  readonly list: string;
  /** Absent for the whole site. */
  readonly title?: string;
  readonly description?: string | undefined;
  readonly items: readonly Told[];
  readonly item: (desk: Desk, materials: Materials, item: Told) => FeedItem;
  readonly deleted?: readonly Article[];
  readonly more?: Pick<FeedProps, 'archive' | 'current' | 'older' | 'newer'>;
}

/** The address of a list's feed in each form. */
export function feedUrls(desk: Desk, list: string): FeedUrls {
  const url = (form: FeedForm) => absolute(desk, feedAddress(form, list));
  return { rss: url('rss'), atom: url('atom'), json: url('json') };
}

/** A feed in each of its forms. */
export function feedForms<Told extends Item>(
  desk: Desk,
  feed: Feed<Told>,
  remember: Latest<FeedProps>,
): Page<PrintedFeed>[] {
  return forms.map((form) => ({
    ...unindexed<PrintedFeed>(feedAddress(form, feed.list), source, (materials) => ({
      form,
      feed: remember(feed, () => ({
        ...feedHead(desk, feed),
        items: feed.items.map((item) => feed.item(desk, materials, item)),
      })),
    })),
    shows: (materials) => [
      ...[feed.title, feed.description, JSON.stringify(feed.more)],
      ...deletedFrom(feed).flatMap(({ id, when }) => [id, when.getTime()]),
      ...feed.items.map((item) => shownItem(desk, materials, item)),
    ],
  }));
}

/** A feed without what it tells of. */
function feedHead<Told extends Item>(desk: Desk, feed: Feed<Told>): Omit<FeedProps, 'items'> {
  const { organisation } = desk.newsroom;
  const { title, more = {} } = feed;
  return {
    id: permanentFeedId(organisation.id ?? organisation.name, feed.list),
    title: title === undefined ? organisation.name : `${title} - ${organisation.name}`,
    description: feed.description ?? organisation.description,
    home: absolute(desk, more.current ? homeAddress : feed.list),
    self: feedUrls(desk, feed.list),
    ...(organisation.hub && !more.current && { hub: organisation.hub }),
    deleted: deletedFrom(feed),
    ...more,
  };
}

function deletedFrom({ deleted = [] }: Pick<Feed<Item>, 'deleted'>): FeedProps['deleted'] {
  return deleted.flatMap(({ id, withdrawn }) => (withdrawn ? [{ id, when: withdrawn.date }] : []));
}
