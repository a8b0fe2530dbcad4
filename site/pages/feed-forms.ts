import type { FeedItem, FeedProps, FeedUrls, PrintedFeed } from '#layouts/feeds/feed.ts';
import { type FeedForm, feedAddress, homeAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { permanentFeedId } from '#news/permanent-id.ts';
import { absolute, type Desk } from './desk.ts';
import type { Latest } from './latest.ts';
import { type Materials, type Page, unindexed } from './page.ts';

const forms: readonly FeedForm[] = ['rss', 'atom', 'json'];
const source = 'nguồn tin';

/** A feed before it is printed. */
export interface Feed<Item> {
  /** The address of the list it tells of. */
  readonly list: string;
  /** Absent for the whole site. */
  readonly title?: string;
  readonly description?: string | undefined;
  readonly items: readonly Item[];
  readonly item: (desk: Desk, materials: Materials, item: Item) => FeedItem;
  readonly deleted?: readonly Article[];
  readonly more?: Pick<FeedProps, 'archive' | 'current' | 'older' | 'newer'>;
}

/** The address of a list's feed in each form. */
export function feedUrls(desk: Desk, list: string): FeedUrls {
  const url = (form: FeedForm) => absolute(desk, feedAddress(form, list));
  return { rss: url('rss'), atom: url('atom'), json: url('json') };
}

/** A feed in each of its forms. */
export function feedForms<Item>(desk: Desk, feed: Feed<Item>, remember: Latest<FeedProps>): Page<PrintedFeed>[] {
  return forms.map((form) =>
    unindexed(feedAddress(form, feed.list), source, (materials) => ({
      form,
      feed: remember(feed, () => feedProps(desk, materials, feed)),
    })),
  );
}

function feedProps<Item>(desk: Desk, materials: Materials, feed: Feed<Item>): FeedProps {
  const { organisation } = desk.newsroom;
  const { title, more = {} } = feed;
  return {
    id: permanentFeedId(organisation.id ?? organisation.name, feed.list),
    title: title === undefined ? organisation.name : `${title} - ${organisation.name}`,
    description: feed.description ?? organisation.description,
    home: absolute(desk, more.current ? homeAddress : feed.list),
    self: feedUrls(desk, feed.list),
    ...(organisation.hub && !more.current && { hub: organisation.hub }),
    items: feed.items.map((item) => feed.item(desk, materials, item)),
    deleted: (feed.deleted ?? []).flatMap(({ id, withdrawn }) => (withdrawn ? [{ id, when: withdrawn.date }] : [])),
    ...more,
  };
}
