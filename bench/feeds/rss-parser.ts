import Parser from 'rss-parser';
import { type FeedReader, feedDateToIso, readEachFeed } from './feed-reader.ts';

interface ExtraFields {
  readonly id?: string;
  readonly author?: string;
  readonly description?: string;
  readonly encoded?: string;
  readonly updated?: string;
  readonly links?: readonly (string | { readonly $: { readonly rel: string; readonly href: string } })[];
}

const parser = new Parser<object, ExtraFields>({
  customFields: {
    item: [
      ['link', 'links', { keepArray: true }],
      ['updated', 'updated'],
      ['description', 'description'],
      ['content:encoded', 'encoded'],
      ['atom:updated', 'updated'],
    ],
  },
});

/** rss-parser (npm) */
export const rssParser: FeedReader = {
  name: 'rss-parser',
  formats: ['rss', 'atom'],
  read: readEachFeed(async ({ text }) => {
    const { items } = await parser.parseString(text);
    return items.map((item) => ({
      id: item.guid ?? item.id,
      url: item.link,
      title: item.title,
      published: feedDateToIso(item.pubDate),
      updated: feedDateToIso(item.updated),
      author: item.creator ?? item.author,
      // It reads no category of Atom.
      ...(item.categories && { categories: item.categories }),
      lead: item.description ?? item.summary,
      content: (item.encoded ?? item.content)?.trim(),
      picture: item.enclosure?.url ?? enclosureUrl(item.links),
    }));
  }),
};

function enclosureUrl(links: ExtraFields['links'] = []): string | undefined {
  const attributes = links.flatMap((link) => (typeof link === 'string' ? [] : [link.$]));
  return attributes.find(({ rel }) => rel === 'enclosure')?.href;
}
