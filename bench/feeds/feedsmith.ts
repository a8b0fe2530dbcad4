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
          url: item.link,
          title: item.title,
          published: feedDateToIso(item.pubDate),
          updated: feedDateToIso(item.atom?.updated),
          author: item.dc?.creators?.[0],
          categories: item.categories?.map(({ name }) => name ?? ''),
          lead: item.description,
          content: item.content?.encoded?.trim(),
          picture: item.enclosures?.[0]?.url,
        }));
      case 'atom':
        return (parsed.feed.entries ?? []).map((entry) => ({
          id: entry.id,
          url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
          title: entry.title?.value,
          published: feedDateToIso(entry.published),
          updated: feedDateToIso(entry.updated),
          author: entry.authors?.[0]?.name,
          categories: entry.categories?.map(({ term }) => term ?? ''),
          lead: entry.summary?.value,
          content: entry.content?.value?.trim(),
          picture: entry.links?.find(({ rel }) => rel === 'enclosure')?.href,
        }));
      case 'json':
        return (parsed.feed.items ?? []).map((item) => ({
          id: item.id,
          url: item.url,
          title: item.title,
          published: feedDateToIso(item.date_published),
          updated: feedDateToIso(item.date_modified),
          author: item.authors?.[0]?.name,
          categories: item.tags,
          lead: item.summary,
          content: item.content_html?.trim(),
          picture: item.image,
        }));
      default:
        throw new Error(`taken for ${parsed.format}`);
    }
  }),
};
