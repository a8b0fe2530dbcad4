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
  /** The names of those who read. */
  readonly readers: readonly string[];
  /** The names of those this machine does not have. */
  readonly skipped: readonly string[];
}

/** Whether every feed of a built site is well-formed, valid, and read alike by readers that others wrote. */
export async function checkFeeds(site: string): Promise<CheckedFeeds> {
  const feeds = feedFiles(site);
  const of = (form: FeedForm) => feeds.filter((feed) => feed.form === form);
  const faults = [
    ...(await xmlFaults('rss', of('rss'))),
    ...(await xmlFaults('atom', of('atom'))),
    ...jsonFeedFaults(of('json')),
  ];
  const faulty = new Set(faults.map(({ file }) => file));
  const sound = feeds.filter(({ file }) => !faulty.has(file));

  const first = new Map<FeedFile, { readonly name: string; readonly items: readonly ReadItem[] }>();
  const unlike = new Map<FeedFile, FeedFault>();
  const [readers, skipped]: [string[], string[]] = [[], []];
  for (const { name, forms, read } of feedReaders) {
    const given = sound.filter(({ form }) => forms.includes(form));
    const readings = await read(given);
    (readings ? readers : skipped).push(name);
    for (const [index, reading] of (readings ?? []).entries()) {
      const feed = given[index];
      if (!feed || unlike.has(feed)) continue;
      const before = first.get(feed);
      if (!before && !(reading instanceof Error)) first.set(feed, { name, items: reading });
      const what =
        reading instanceof Error
          ? `${name} cannot read it: ${reading.message}`
          : before && difference(before, { name, items: reading });
      if (what) unlike.set(feed, { file: feed.file, what });
    }
  }
  return {
    feeds: feeds.length,
    alike: sound.length - unlike.size,
    faults: [...faults, ...unlike.values()],
    readers,
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
  readonly items: readonly ReadItem[];
}

/** The first thing two readers do not read alike; undefined when they agree. */
function difference(one: Reading, other: Reading): string | undefined {
  if (one.items.length !== other.items.length)
    return `${one.name} reads ${one.items.length} items, ${other.name} ${other.items.length}`;
  for (const [index, item] of one.items.entries())
    for (const key of ['id', 'title', 'published', 'updated', 'author', 'picture'] as const) {
      const [here, there] = [item[key], other.items[index]?.[key]];
      if (here !== there)
        return `${key} of item ${index + 1}: ${one.name} reads ${JSON.stringify(here)}, ${other.name} ${JSON.stringify(there)}`;
    }
  return undefined;
}
