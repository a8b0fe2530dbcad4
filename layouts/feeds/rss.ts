import { dateToRfc822 } from '@11ty/eleventy-plugin-rss';
import { isoInstant, vietnamZone } from '#vietnamese/date.ts';
import { escaped } from '../html.ts';

/** What the feed says; all addresses absolute. */
export interface RssProps {
  readonly title: string;
  readonly description: string;
  readonly home: string;
  readonly self: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly url: string;
    readonly date: Date;
    readonly updated?: Date;
    readonly author: string;
    readonly category: string;
    readonly lead: string;
    /** The full text, HTML. */
    readonly content: string;
  }[];
}

/** Text for XML: escaped, without the characters XML 1.0 §2.2 forbids. */
export function xmlText(text: string): string {
  return escaped(text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
}

/** An RSS 2.0 channel; lastBuildDate is the newest item's date, not the build's. */
export function rss({ title, description, home, self, items }: RssProps): string {
  const date = (instant: Date) => dateToRfc822(instant, vietnamZone);
  const element = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
${element('title', title)}${element('link', home)}${element('description', description)}<language>vi</language>
<atom:link href="${xmlText(self)}" rel="self" type="application/rss+xml"/>
${items[0] ? element('lastBuildDate', date(items[0].date)) : ''}<ttl>60</ttl>
${items
  .map(
    (item) => `<item>
${element('title', item.title)}${element('link', item.url)}<guid isPermaLink="false">${xmlText(item.id)}</guid>
${element('pubDate', date(item.date))}${item.updated ? element('atom:updated', isoInstant(item.updated)) : ''}${element('dc:creator', item.author)}${element('category', item.category)}${element('description', item.lead)}${element('content:encoded', item.content)}</item>
`,
  )
  .join('')}</channel>
</rss>
`;
}
