import { z } from 'zod';
import type { FeedError } from './feed-error.ts';
import type { FeedFile } from './feed-reader.ts';

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'not an IRI');
const webAddress = z.url({ protocol: /^https?$/, error: 'not a web address' });
const nonEmpty = z.string().regex(/\S/, 'empty');
const dateTime = z.iso.datetime({ offset: true, error: 'not a date of RFC 3339' });

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) as this site renders it. */
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: nonEmpty,
  home_page_url: webAddress,
  feed_url: webAddress,
  description: z.string(),
  language: z.literal('vi'),
  next_url: webAddress.optional(),
  hubs: z.array(z.strictObject({ type: z.literal('WebSub'), url: webAddress })).optional(),
  items: z.array(
    z.strictObject({
      id: iri,
      url: webAddress,
      title: nonEmpty,
      summary: z.string(),
      content_html: nonEmpty,
      image: webAddress.optional(),
      date_published: dateTime,
      date_modified: dateTime.optional(),
      authors: z.tuple([z.strictObject({ name: nonEmpty, url: webAddress.optional() })]),
      tags: z.array(nonEmpty),
      attachments: z
        .array(z.strictObject({ url: webAddress, mime_type: z.string(), size_in_bytes: z.int().positive() }))
        .optional(),
    }),
  ),
});

/** The first error of each feed that is no JSON or does not match the schema. */
export function jsonFeedErrors(feeds: readonly FeedFile[]): FeedError[] {
  return feeds.flatMap(({ file, text }) => {
    try {
      const [issue] = jsonFeed.safeParse(JSON.parse(text)).error?.issues ?? [];
      return issue ? [{ file, message: `${issue.path.join('.')}: ${issue.message}` }] : [];
    } catch (error) {
      return [{ file, message: String(error) }];
    }
  });
}
