import { isoInstant } from '#vietnamese/date.ts';
import type { FeedItem, FeedProps } from './feed.ts';
import { removeInvalidXmlCharacters } from './xml.ts';

/** JSON Feed 1.1 (jsonfeed.org) with the full text; `next_url` leads to the older part of the history. */
export function jsonFeed(feed: FeedProps): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self.json,
    description: feed.description,
    language: 'vi',
    next_url: feed.older?.json,
    hubs: feed.hub ? [{ type: 'WebSub', url: feed.hub }] : undefined,
    items: feed.items.map(jsonItem),
  };
  // Characters that XML forbids are removed here too: a feed has the same text in every format.
  return `${JSON.stringify(document, (_, value) => (typeof value === 'string' ? removeInvalidXmlCharacters(value) : value))}\n`;
}

function jsonItem({ picture, ...item }: FeedItem) {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.lead,
    content_html: item.content,
    image: picture?.url,
    date_published: isoInstant(item.published),
    date_modified: item.updated && isoInstant(item.updated),
    authors: [item.author],
    tags: item.categories,
    attachments: picture && [{ url: picture.url, mime_type: picture.type, size_in_bytes: picture.bytes }],
  };
}
