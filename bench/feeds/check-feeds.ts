import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedFormat, feedAddress } from '#news/address.ts';
import type { FeedError } from './feed-error.ts';
import { feedExtractor } from './feed-extractor.ts';
import { type FeedFile, type FeedReader, type ParsedFeedItem, parsedFields } from './feed-reader.ts';
import { feedme } from './feedme.ts';
import { feedparser } from './feedparser.ts';
import { feedsmith } from './feedsmith.ts';
import { gofeed } from './gofeed.ts';
import { jsonFeedErrors } from './json-feed-errors.ts';
import { newsboat } from './newsboat.ts';
import { rssParser } from './rss-parser.ts';
import { sfeed } from './sfeed.ts';
import { xmlErrors } from './xml-errors.ts';

/** The feed readers, first one that shows every field; at least three of them read each format. */
export const feedReaders: readonly FeedReader[] = [
  ...[feedsmith, rssParser, feedme, feedExtractor],
  ...[feedparser, gofeed, newsboat, sfeed],
];

/** The result of checking the feeds of a site. */
export interface FeedCheckResult {
  readonly feedCount: number;
  /** The number of feeds that all readers of their format parse identically. */
  readonly consistentCount: number;
  readonly errors: readonly FeedError[];
  readonly readers: readonly FeedReader[];
  /** The readers that are not installed. */
  readonly skippedReaders: readonly FeedReader[];
}

/** Checks whether every feed of a built site is well-formed, valid and parsed identically by third-party readers. */
export async function checkFeeds(site: string): Promise<FeedCheckResult> {
  const feeds = feedFiles(site);
  const of = (form: FeedFormat) => feeds.filter((feed) => feed.format === form);
  const validationErrors = [
    ...(await xmlErrors('rss', of('rss'))),
    ...(await xmlErrors('atom', of('atom'))),
    ...jsonFeedErrors(of('json')),
  ];
  const invalidFiles = new Set(validationErrors.map(({ file }) => file));
  const validFeeds = feeds.filter(({ file }) => !invalidFiles.has(file));

  const readings = new Map<FeedFile, Reading[]>(validFeeds.map((feed) => [feed, []]));
  const skipped: FeedReader[] = [];
  for (const reader of feedReaders) {
    const readable = validFeeds.filter(({ format }) => reader.formats.includes(format));
    const read = await reader.read(readable);
    if (!read) skipped.push(reader);
    for (const [index, items] of (read ?? []).entries())
      if (readable[index]) readings.get(readable[index])?.push({ name: reader.name, items });
  }
  const disagreements = [...readings].flatMap(([{ file }, feedReadings]): FeedError[] => {
    const message = disagreement(feedReadings);
    return message ? [{ file, message }] : [];
  });
  return {
    feedCount: feeds.length,
    consistentCount: validFeeds.length - disagreements.length,
    errors: [...validationErrors, ...disagreements],
    readers: feedReaders.filter((reader) => !skipped.includes(reader)),
    skippedReaders: skipped,
  };
}

function feedFiles(site: string): FeedFile[] {
  return (['rss', 'atom', 'json'] as const).flatMap((format) =>
    globSync(`**${feedAddress(format)}`, { cwd: site })
      .sort()
      .map((file) => ({ file, format, text: readFileSync(join(site, file), 'utf8') })),
  );
}

interface Reading {
  readonly name: string;
  readonly items: readonly ParsedFeedItem[] | Error;
}

/** The first reader error or difference from the first reader, in a field that both show; undefined if all agree. */
function disagreement([first, ...others]: readonly Reading[]): string | undefined {
  if (!first) return 'nobody reads it';
  if (first.items instanceof Error) return `${first.name} cannot read it: ${first.items.message}`;
  for (const { name, items } of others) {
    if (items instanceof Error) return `${name} cannot read it: ${items.message}`;
    if (items.length !== first.items.length)
      return `${first.name} reads ${first.items.length} items, ${name} ${items.length}`;
    for (const [index, item] of first.items.entries())
      for (const key of parsedFields) {
        if (!(key in item && key in (items[index] ?? {}))) continue;
        const [one, other] = [item[key], items[index]?.[key]].map((value) => JSON.stringify(value));
        if (one !== other) return `${key} of item ${index + 1}: ${first.name} reads ${one}, ${name} ${other}`;
      }
  }
  return undefined;
}
