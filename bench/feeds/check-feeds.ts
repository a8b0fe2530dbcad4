import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedForm, feedAddress } from '#news/address.ts';
import { feedExtractor } from './feed-extractor.ts';
import type { FeedFault } from './feed-fault.ts';
import { feedme } from './feedme.ts';
import { feedparser } from './feedparser.ts';
import { feedsmith } from './feedsmith.ts';
import { jsonFeedFaults } from './json-feed-faults.ts';
import type { FeedFile, FeedReader, ReadItem } from './reader.ts';
import { rssParser } from './rss-parser.ts';
import { xmlFaults } from './xml-faults.ts';

/** Each form has three of them at least. */
export const feedReaders: readonly FeedReader[] = [feedsmith, rssParser, feedme, feedExtractor, feedparser];

/** What is to be said of the feeds of a site. */
export interface CheckedFeeds {
  readonly feeds: number;
  /** How many all readers of their form read alike. */
  readonly alike: number;
  readonly faults: readonly FeedFault[];
  readonly readers: readonly FeedReader[];
  /** The readers this machine does not have. */
  readonly skipped: readonly FeedReader[];
}

/** Whether every feed of a built site is well-formed, valid, and read alike by readers that others wrote. */
export async function checkFeeds(site: string): Promise<CheckedFeeds> {
  const feeds = feedFiles(site);
  const of = (form: FeedForm) => feeds.filter((feed) => feed.form === form);
  const broken = [
    ...(await xmlFaults('rss', of('rss'))),
    ...(await xmlFaults('atom', of('atom'))),
    ...jsonFeedFaults(of('json')),
  ];
  const faulty = new Set(broken.map(({ file }) => file));
  const sound = feeds.filter(({ file }) => !faulty.has(file));

  const readings = new Map<FeedFile, Reading[]>(sound.map((feed) => [feed, []]));
  const skipped: FeedReader[] = [];
  for (const reader of feedReaders) {
    const given = sound.filter(({ form }) => reader.forms.includes(form));
    const read = await reader.read(given);
    if (!read) skipped.push(reader);
    for (const [index, items] of (read ?? []).entries())
      if (given[index]) readings.get(given[index])?.push({ name: reader.name, items });
  }
  const unlike = [...readings].flatMap(([{ file }, each]): FeedFault[] => {
    const what = disagreement(each);
    return what ? [{ file, what }] : [];
  });
  return {
    feeds: feeds.length,
    alike: sound.length - unlike.length,
    faults: [...broken, ...unlike],
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

/** The first thing that a reader cannot read or does not read as the first one does; undefined when they agree. */
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
