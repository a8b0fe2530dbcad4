import { parseFeed } from 'feedsmith';
import { type FeedReader, feedDateToIso, readEachFeed } from './feed-reader.ts';

/** feedsmith (npm) */
export const feedsmith: FeedReader = {
  name: 'feedsmith',
  formats: ['rss', 'atom', 'json'],
  read: readEachFeed(({ text }) => {
    const parsed = parseFeed(text);
    switch (parsed.format) {
      case 'rss':
        return (parsed.feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          title: item.title,
          published: feedDateToIso(item.pubDate),
          updated: feedDateToIso(item.atom?.updated),
          author: item.dc?.creators?.[0],
          picture: item.enclosures?.[0]?.url,
        }));
      case 'atom':
        return (parsed.feed.entries ?? []).map((entry) => ({
          id: entry.id,
          title: entry.title?.value,
          published: feedDateToIso(entry.published),
          updated: feedDateToIso(entry.updated),
          author: entry.authors?.[0]?.name,
          picture: entry.links?.find(({ rel }) => rel === 'enclosure')?.href,
        }));
      case 'json':
        return (parsed.feed.items ?? []).map((item) => ({
          id: item.id,
          title: item.title,
          published: feedDateToIso(item.date_published),
          updated: feedDateToIso(item.date_modified),
          author: item.authors?.[0]?.name,
          picture: item.image,
        }));
      default:
        throw new Error(`taken for ${parsed.format}`);
    }
  }),
};
