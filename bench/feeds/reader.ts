import type { FeedForm } from '#news/address.ts';

/** A feed of a built site. */
export interface FeedFile {
  /** Relative to the site. */
  readonly file: string;
  readonly form: FeedForm;
  readonly text: string;
}

/** What a reader makes of one thing in a feed. */
export interface ReadItem {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly author: string | undefined;
  readonly picture: string | undefined;
}

/** A program that reads feeds and was written by others. */
export interface FeedReader {
  readonly name: string;
  readonly forms: readonly FeedForm[];
  /** What it makes of each feed, or why it cannot read it; undefined where this machine does not have it. */
  readonly read: (feeds: readonly FeedFile[]) => Promise<readonly (readonly ReadItem[] | Error)[] | undefined>;
}

/** Reads feeds one after the other. */
export function oneByOne(read: (feed: FeedFile) => ReadItem[] | Promise<ReadItem[]>): FeedReader['read'] {
  return async (feeds) => {
    const readings: (ReadItem[] | Error)[] = [];
    for (const feed of feeds)
      try {
        readings.push(await read(feed));
      } catch (error) {
        readings.push(error instanceof Error ? error : new Error(String(error)));
      }
    return readings;
  };
}

/** An instant in one way of writing, whatever the feed's; what is none stays as it was written. */
export function instant(written: string | undefined): string | undefined {
  const date = new Date(written ?? '');
  return Number.isNaN(date.getTime()) ? written : date.toISOString();
}
