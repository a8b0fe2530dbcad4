import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedFormat, feedAddress } from '#news/address.ts';
import { feedExtractor } from './feed-extractor.ts';
import type { FeedFault } from './feed-fault.ts';
import { feedme } from './feedme.ts';
import { feedparser } from './feedparser.ts';
import { feedsmith } from './feedsmith.ts';
import { jsonFeedFaults } from './json-feed-faults.ts';
import type { FeedFile, FeedReader, ReadItem } from './reader.ts';
import { rssParser } from './rss-parser.ts';
import { xmlFaults } from './xml-faults.ts';

/** The feed readers; at least three of them read each format. */
export const feedReaders: readonly FeedReader[] = [feedsmith, rssParser, feedme, feedExtractor, feedparser];

/** The result of checking the feeds of a site. */
export interface CheckedFeeds {
  readonly feeds: number;
  /** The number of feeds that all readers of their format parse identically. */
  readonly alike: number;
  readonly faults: readonly FeedFault[];
  readonly readers: readonly FeedReader[];
  /** The readers that are not installed. */
  readonly skipped: readonly FeedReader[];
}

/** Checks whether every feed of a built site is well-formed, valid and parsed identically by third-party readers. */
export async function checkFeeds(site: string): Promise<CheckedFeeds> {
  const feeds = feedFiles(site);
  const of = (form: FeedFormat) => feeds.filter((feed) => feed.form === form);
  const validationErrors = [
    ...(await xmlFaults('rss', of('rss'))),
    ...(await xmlFaults('atom', of('atom'))),
    ...jsonFeedFaults(of('json')),
  ];
  const invalidFiles = new Set(validationErrors.map(({ file }) => file));
  const validFeeds = feeds.filter(({ file }) => !invalidFiles.has(file));

  const readings = new Map<FeedFile, Reading[]>(validFeeds.map((feed) => [feed, []]));
  const skipped: FeedReader[] = [];
  for (const reader of feedReaders) {
    const readable = validFeeds.filter(({ form }) => reader.forms.includes(form));
    const read = await reader.read(readable);
    if (!read) skipped.push(reader);
    for (const [index, items] of (read ?? []).entries())
      if (readable[index]) readings.get(readable[index])?.push({ name: reader.name, items });
  }
  const disagreements = [...readings].flatMap(([{ file }, feedReadings]): FeedFault[] => {
    const what = disagreement(feedReadings);
    return what ? [{ file, what }] : [];
  });
  return {
    feeds: feeds.length,
    alike: validFeeds.length - disagreements.length,
    faults: [...validationErrors, ...disagreements],
    readers: feedReaders.filter((reader) => !skipped.includes(reader)),
    skipped,
  };
}

function feedFiles(site: string): FeedFile[] {
  return (['rss', 'atom', 'json'] as const).flatMap((form) =>
    globSync(`**${feedAddress(form)}`, { cwd: site })
      .sort()
      .map((file) => ({ file, form, text: readFileSync(join(site, file), 'utf8') })),
  );
}

interface Reading {
  readonly name: string;
  readonly items: readonly ReadItem[] | Error;
}

/** The first reader error or difference from the first reader; undefined if all readers agree. */
function disagreement([first, ...others]: readonly Reading[]): string | undefined {
  if (!first) return 'nobody reads it';
  if (first.items instanceof Error) return `${first.name} cannot read it: ${first.items.message}`;
  for (const { name, items } of others) {
    if (items instanceof Error) return `${name} cannot read it: ${items.message}`;
    if (items.length !== first.items.length)
      return `${first.name} reads ${first.items.length} items, ${name} ${items.length}`;
    for (const [index, item] of first.items.entries())
      for (const key of ['id', 'title', 'published', 'updated', 'author', 'picture'] as const) {
        const [one, other] = [item[key], items[index]?.[key]].map((value) => JSON.stringify(value));
        if (one !== other) return `${key} of item ${index + 1}: ${first.name} reads ${one}, ${name} ${other}`;
      }
  }
  return undefined;
}
