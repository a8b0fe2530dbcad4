import { getNewestCollectionItemDate } from '@11ty/eleventy-plugin-rss';
import type { FeedFormat } from '#news/address.ts';
import type { PictureMetadata } from '../components/open-graph.ts';

/** An item of a feed; all URLs absolute. */
export interface FeedItem {
  /** Permanent, an IRI. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly published: Date;
  /** Last substantial change; absent if there was none. */
  readonly updated?: Date;
  readonly author: { readonly name: string; readonly url?: string };
  readonly categories: readonly string[];
  readonly lead: string;
  /** The full text, HTML. */
  readonly content: string;
  readonly picture?: PictureMetadata & { readonly bytes: number };
}

/** The absolute URL of a feed in each format. */
export type FeedUrls = Readonly<Record<FeedFormat, string>>;

/** A feed, independent of its format; all URLs absolute. */
export interface FeedProps {
  /** Permanent, an IRI. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page with the same list. */
  readonly home: string;
  readonly self: FeedUrls;
  /** The WebSub hub, which notifies subscribers. */
  readonly hub?: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
  /** Withdrawn items. */
  readonly deleted: readonly { readonly id: string; readonly when: Date }[];
  /** True for a completed part of the history (RFC 5005 §4). */
  readonly archive?: boolean;
  /** In a part of the history: the feed to subscribe to. */
  readonly current?: FeedUrls;
  readonly older?: FeedUrls;
  readonly newer?: FeedUrls;
}

/** A feed and the format to render it in. */
export interface FeedInFormatProps {
  readonly format: FeedFormat;
  readonly feed: FeedProps;
}

/** The last change of any item, not the time of the build; undefined for an empty feed. */
export function lastChange({ items, deleted }: FeedProps): Date | undefined {
  const changes = [
    ...items.map(({ published, updated }) => ({ date: updated ?? published })),
    ...deleted.map(({ when }) => ({ date: when })),
  ];
  return changes.length > 0 ? getNewestCollectionItemDate(changes) : undefined;
}
