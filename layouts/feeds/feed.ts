import { getNewestCollectionItemDate } from '@11ty/eleventy-plugin-rss';
import type { FeedForm } from '#news/address.ts';
import type { SharedPicture } from '../components/open-graph.ts';

/** One thing a feed tells of; all addresses absolute. */
export interface FeedItem {
  /** Permanent, an IRI. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly published: Date;
  /** When it last really changed; absent where it never did. */
  readonly updated?: Date;
  readonly author: { readonly name: string; readonly url?: string };
  readonly categories: readonly string[];
  readonly lead: string;
  /** The full text, HTML. */
  readonly content: string;
  readonly picture?: SharedPicture & { readonly bytes: number };
}

/** A feed in each of its forms; absolute. */
export type FeedUrls = Readonly<Record<FeedForm, string>>;

/** What a feed says, whatever its form; all addresses absolute. */
export interface FeedProps {
  /** Permanent, an IRI. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page that shows the same. */
  readonly home: string;
  readonly self: FeedUrls;
  /** Who tells subscribers at once (WebSub). */
  readonly hub?: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
  /** What was taken back. */
  readonly deleted: readonly { readonly id: string; readonly when: Date }[];
  /** True for a part of the history that is closed. */
  readonly archive?: boolean;
  /** From a part of the history, the feed to subscribe to. */
  readonly current?: FeedUrls;
  readonly older?: FeedUrls;
  readonly newer?: FeedUrls;
}

/** A feed to be printed in one of its forms. */
export interface PrintedFeed {
  readonly form: FeedForm;
  readonly feed: FeedProps;
}

/** When a feed last changed, by what it holds and not by the clock; undefined while it is empty. */
export function lastChange({ items, deleted }: FeedProps): Date | undefined {
  const changes = [
    ...items.map(({ published, updated }) => ({ date: updated ?? published })),
    ...deleted.map(({ when }) => ({ date: when })),
  ];
  return changes.length > 0 ? getNewestCollectionItemDate(changes) : undefined;
}
