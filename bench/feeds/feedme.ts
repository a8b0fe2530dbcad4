import { finished } from 'node:stream/promises';
import clarinet from 'clarinet';
import FeedMe from 'feedme';
import { z } from 'zod';
import type { FeedFormat } from '#news/address.ts';
import { type FeedReader, feedDateToIso, type ParsedFeedItem, readEachFeed } from './feed-reader.ts';

// feedme parses JSON with clarinet, whose default limit is 64 kB of text; an article may be longer.
clarinet.MAX_BUFFER_LENGTH = Number.POSITIVE_INFINITY;

const link = z.object({ rel: z.string(), href: z.string() });
const links = z.union([z.array(link), link.transform((one) => [one])]);
const texts = z.union([z.array(z.string()), z.string().transform((one) => [one])]);

/** Converts the items of feedme for each format. */
const items: Readonly<Record<FeedFormat, z.ZodType<ParsedFeedItem>>> = {
  rss: z
    .object({
      guid: z.object({ text: z.string() }),
      link: z.string(),
      title: z.string(),
      pubdate: z.string(),
      'atom:updated': z.string().optional(),
      'dc:creator': z.string(),
      category: texts,
      description: z.string(),
      'content:encoded': z.string(),
      enclosure: z.object({ url: z.string() }).optional(),
    })
    .transform((item) => ({
      id: item.guid.text,
      url: item.link,
      title: item.title,
      published: feedDateToIso(item.pubdate),
      updated: feedDateToIso(item['atom:updated']),
      author: item['dc:creator'],
      categories: item.category,
      lead: item.description,
      content: item['content:encoded'].trim(),
      picture: item.enclosure?.url,
    })),
  atom: z
    .object({
      id: z.string(),
      title: z.string(),
      published: z.string(),
      updated: z.string(),
      author: z.object({ name: z.string() }),
      link: links,
      category: z.array(z.object({ term: z.string() })).or(z.object({ term: z.string() })),
      summary: z.string(),
      content: z.string(),
    })
    .transform((entry) => ({
      id: entry.id,
      url: entry.link.find(({ rel }) => rel === 'alternate')?.href,
      title: entry.title,
      published: feedDateToIso(entry.published),
      updated: feedDateToIso(entry.updated),
      author: entry.author.name,
      categories: [entry.category].flat().map(({ term }) => term),
      lead: entry.summary,
      content: entry.content.trim(),
      picture: entry.link.find(({ rel }) => rel === 'enclosure')?.href,
    })),
  json: z
    .object({
      id: z.string(),
      title: z.string(),
      date_published: z.string(),
      date_modified: z.string().optional(),
      url: z.string(),
      authors: z.array(z.object({ name: z.string() })),
      tags: z.array(z.string()),
      summary: z.string(),
      content_html: z.string(),
      image: z.string().optional(),
    })
    .transform((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      published: feedDateToIso(item.date_published),
      updated: feedDateToIso(item.date_modified),
      author: item.authors[0]?.name,
      categories: item.tags,
      lead: item.summary,
      content: item.content_html.trim(),
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
