import { isoInstant } from '#vietnamese/date.ts';
import { type FeedItem, type FeedProps, lastChange } from './feed.ts';
import { xmlElement, xmlEmptyElement } from './xml.ts';

/** Atom 1.0 (RFC 4287) with the full text; archives by RFC 5005 §4, deleted entries by RFC 6721. */
export function atom(feed: FeedProps): string {
  const link = (rel: string, href: string | undefined, type?: string) =>
    href === undefined ? '' : xmlEmptyElement('link', { rel, href, type });
  const atomLink = (rel: string, href: string | undefined) => link(rel, href, 'application/atom+xml');
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="vi">\n',
    xmlElement('id', feed.id),
    xmlElement('title', feed.title),
    xmlElement('subtitle', feed.description),
    // Required by RFC 4287 §4.1.1; an empty feed has no date of its own.
    xmlElement('updated', isoInstant(lastChange(feed) ?? new Date(0))),
    link('alternate', feed.home, 'text/html'),
    atomLink('self', feed.self.atom),
    link('hub', feed.hub),
    atomLink('current', feed.current?.atom),
    atomLink('prev-archive', feed.older?.atom),
    atomLink('next-archive', feed.newer?.atom),
    feed.archive ? '<fh:archive/>\n' : '',
    ...feed.deleted.map(({ id, when }) => xmlEmptyElement('at:deleted-entry', { ref: id, when: isoInstant(when) })),
    ...feed.items.map(atomEntry),
    '</feed>\n',
  ].join('');
}

function atomEntry({ picture, ...item }: FeedItem): string {
  return [
    '<entry>\n',
    xmlElement('id', item.id),
    xmlElement('title', item.title),
    xmlEmptyElement('link', { rel: 'alternate', href: item.url, type: 'text/html' }),
    xmlElement('published', isoInstant(item.published)),
    xmlElement('updated', isoInstant(item.updated ?? item.published)),
    '<author>\n',
    xmlElement('name', item.author.name),
    item.author.url ? xmlElement('uri', item.author.url) : '',
    '</author>\n',
    ...item.categories.map((term) => xmlEmptyElement('category', { term })),
    xmlElement('summary', item.lead),
    picture
      ? xmlEmptyElement('link', { rel: 'enclosure', href: picture.url, type: picture.type, length: picture.bytes })
      : '',
    xmlElement('content', item.content, { type: 'html' }),
    '</entry>\n',
  ].join('');
}
