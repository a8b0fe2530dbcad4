import { isoInstant, rfc822Instant } from '#vietnamese/date.ts';
import { escaped } from '../html.ts';
import { type FeedItem, type FeedProps, lastChange } from './feed.ts';
import { xmlElement, xmlEmptyElement, xmlParentElement } from './xml.ts';

/** RSS 2.0 with full text (content), author (dc), pictures (media), links and updates (atom); archives by RFC 5005 §4. */
export function rss(feed: FeedProps): string {
  const changed = lastChange(feed);
  const link = (rel: string, href: string | undefined, type?: string) =>
    href === undefined ? '' : xmlEmptyElement('atom:link', { rel, href, type });
  const rssLink = (rel: string, href: string | undefined) => link(rel, href, 'application/rss+xml');
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:media="http://search.yahoo.com/mrss/">\n<channel>\n',
    xmlElement('title', feed.title),
    xmlElement('link', feed.home),
    xmlElement('description', feed.description),
    xmlElement('language', 'vi'),
    rssLink('self', feed.self.rss),
    link('hub', feed.hub),
    rssLink('current', feed.current?.rss),
    rssLink('prev-archive', feed.older?.rss),
    rssLink('next-archive', feed.newer?.rss),
    feed.archive ? '<fh:archive/>\n' : '',
    changed ? xmlElement('lastBuildDate', rfc822Instant(changed)) : '',
    feed.archive ? '' : xmlElement('ttl', '60'),
    ...feed.items.map(rssItem),
    '</channel>\n</rss>\n',
  ].join('');
}

function rssItem({ picture, ...item }: FeedItem): string {
  return [
    '<item>\n',
    xmlElement('title', item.title),
    xmlElement('link', item.url),
    xmlElement('guid', item.id, { isPermaLink: 'false' }),
    xmlElement('pubDate', rfc822Instant(item.published)),
    item.updated ? xmlElement('atom:updated', isoInstant(item.updated)) : '',
    xmlElement('dc:creator', item.author.name),
    ...item.categories.map((name) => xmlElement('category', name)),
    // HTML: readers take “<” in it for a tag.
    xmlElement('description', escaped(item.lead)),
    xmlElement('content:encoded', item.content),
    ...(picture
      ? [
          xmlEmptyElement('enclosure', { url: picture.url, length: picture.bytes, type: picture.type }),
          // Within media:content, after the item's own texts: elsewhere feedparser takes it for one of them.
          xmlParentElement(
            'media:content',
            {
              url: picture.url,
              fileSize: picture.bytes,
              type: picture.type,
              medium: 'image',
              width: picture.width,
              height: picture.height,
            },
            xmlElement('media:description', picture.alt),
          ),
        ]
      : []),
    '</item>\n',
  ].join('');
}
