import type { FeedFormat } from '#news/address.ts';

/** A feed of a built site. */
export interface FeedFile {
  /** Path relative to the site. */
  readonly file: string;
  readonly format: FeedFormat;
  readonly text: string;
}

/** An item of a feed as parsed by a reader. A field that the reader never shows is absent. */
export interface ParsedFeedItem {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly author?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  /** The short text, in the list of a reader. */
  readonly lead?: string | undefined;
  /** The full text, HTML without white space around it. */
  readonly content?: string | undefined;
  /** The URL of the picture. */
  readonly picture?: string | undefined;
}

/** The fields of an item. */
export const parsedFields = [
  'id',
  'url',
  'title',
  'published',
  'updated',
  'author',
  'categories',
  'lead',
  'content',
  'picture',
] as const satisfies readonly (keyof ParsedFeedItem)[];

/** A third-party feed reader. */
export interface FeedReader {
  readonly name: string;
  readonly formats: readonly FeedFormat[];
  /** The items of each feed, or the error that prevented reading it; undefined if the reader is not installed. */
  readonly read: (feeds: readonly FeedFile[]) => Promise<readonly (readonly ParsedFeedItem[] | Error)[] | undefined>;
}

/** A `read` that parses feeds one after the other; an exception becomes the error of its feed. */
export function readEachFeed(
  read: (feed: FeedFile) => ParsedFeedItem[] | Promise<ParsedFeedItem[]>,
): FeedReader['read'] {
  return async (feeds) => {
    const readings: (ParsedFeedItem[] | Error)[] = [];
    for (const feed of feeds)
      try {
        readings.push(await read(feed));
      } catch (error) {
        readings.push(error instanceof Error ? error : new Error(String(error)));
      }
    return readings;
  };
}

/** A date of any feed format in ISO 8601 (UTC); an invalid date is returned unchanged. */
export function feedDateToIso(text: string | undefined): string | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}
