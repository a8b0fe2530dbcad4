import { extractFromJson } from '@extractus/feed-extractor';
import { z } from 'zod';
import { type FeedReader, feedDateToIso, readEachFeed } from './feed-reader.ts';

const entries = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      link: z.string(),
      published: z.string(),
      raw: z.object({
        date_modified: z.string().optional(),
        authors: z.array(z.object({ name: z.string() })),
        tags: z.array(z.string()),
        summary: z.string(),
        content_html: z.string(),
        image: z.string().optional(),
      }),
    }),
  ),
});

/** @extractus/feed-extractor (npm), for JSON Feed only: in XML it decodes entities twice (8.0.3), "&amp;amp;" as "&". */
export const feedExtractor: FeedReader = {
  name: '@extractus/feed-extractor',
  formats: ['json'],
  read: readEachFeed(({ text }) => {
    const extracted = extractFromJson(JSON.parse(text), { getExtraEntryFields: (raw) => ({ raw }) });
    return entries.parse(extracted).entries.map(({ raw, ...entry }) => ({
      id: entry.id,
      url: entry.link,
      title: entry.title,
      published: feedDateToIso(entry.published),
      updated: feedDateToIso(raw.date_modified),
      author: raw.authors[0]?.name,
      categories: raw.tags,
      lead: raw.summary,
      content: raw.content_html.trim(),
      picture: raw.image,
    }));
  }),
};
