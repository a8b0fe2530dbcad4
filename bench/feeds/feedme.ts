import { finished } from 'node:stream/promises';
import clarinet from 'clarinet';
import FeedMe from 'feedme';
import { z } from 'zod';
import type { FeedFormat } from '#news/address.ts';
import { type FeedReader, feedDateToIso, type ParsedFeedItem, readEachFeed } from './feed-reader.ts';

// feedme parses JSON with clarinet, whose default limit is 64 kB of text; an article may be longer.
clarinet.MAX_BUFFER_LENGTH = Number.POSITIVE_INFINITY;

const link = z.object({ rel: z.string(), href: z.string() });

/** Converts the items of feedme for each format. */
const items: Readonly<Record<FeedFormat, z.ZodType<ParsedFeedItem>>> = {
  rss: z
    .object({
      guid: z.object({ text: z.string() }),
      title: z.string(),
      pubdate: z.string(),
      'atom:updated': z.string().optional(),
      'dc:creator': z.string(),
      enclosure: z.object({ url: z.string() }).optional(),
    })
    .transform((item) => ({
      id: item.guid.text,
      title: item.title,
      published: feedDateToIso(item.pubdate),
      updated: feedDateToIso(item['atom:updated']),
      author: item['dc:creator'],
      picture: item.enclosure?.url,
    })),
  atom: z
    .object({
      id: z.string(),
      title: z.string(),
      published: z.string(),
      updated: z.string(),
      author: z.object({ name: z.string() }),
      link: z.union([link, z.array(link)]),
    })
    .transform((entry) => ({
      id: entry.id,
      title: entry.title,
      published: feedDateToIso(entry.published),
      updated: feedDateToIso(entry.updated),
      author: entry.author.name,
      picture: [entry.link].flat().find(({ rel }) => rel === 'enclosure')?.href,
    })),
  json: z
    .object({
      id: z.string(),
      title: z.string(),
      date_published: z.string(),
      date_modified: z.string().optional(),
      authors: z.array(z.object({ name: z.string() })),
      image: z.string().optional(),
    })
    .transform((item) => ({
      id: item.id,
      title: item.title,
      published: feedDateToIso(item.date_published),
      updated: feedDateToIso(item.date_modified),
      author: item.authors[0]?.name,
      picture: item.image,
    })),
};

/** feedme (npm) */
export const feedme: FeedReader = {
  name: 'feedme',
  formats: ['rss', 'atom', 'json'],
  read: readEachFeed(async ({ format, text }) => {
    const parser = new FeedMe(true);
    parser.end(text);
    await finished(parser);
    return z.array(items[format]).parse(parser.done()?.items);
  }),
};
