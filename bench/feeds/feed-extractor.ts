import { extractFromJson } from '@extractus/feed-extractor';
import { z } from 'zod';
import { type FeedReader, instant, oneByOne } from './reader.ts';

const entries = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      published: z.string(),
      told: z.object({
        date_modified: z.string().optional(),
        authors: z.array(z.object({ name: z.string() })),
        image: z.string().optional(),
      }),
    }),
  ),
});

/** @extractus/feed-extractor (npm), of JSON Feed alone: of XML it undoes entities twice (8.0.3), "&amp;amp;" is read as "&". */
export const feedExtractor: FeedReader = {
  name: '@extractus/feed-extractor',
  forms: ['json'],
  read: oneByOne(({ text }) => {
    const extracted = extractFromJson(JSON.parse(text), { getExtraEntryFields: (told) => ({ told }) });
    return entries.parse(extracted).entries.map(({ told, ...entry }) => ({
      id: entry.id,
      title: entry.title,
      published: instant(entry.published),
      updated: instant(told.date_modified),
      author: told.authors[0]?.name,
      picture: told.image,
    }));
  }),
};
