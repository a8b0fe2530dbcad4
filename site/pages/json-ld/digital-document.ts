import type { DigitalDocument } from 'schema-dts';
import { documentAddress } from '#news/address.ts';
import type { Registered } from '#news/document-register.ts';
import { attachmentLinks } from '#site/body/attachment-links.ts';
import { absolute, type Desk } from '#site/pages/desk.ts';
import { isoDay } from '#vietnamese/date.ts';
import { publisher, wholeSite } from './publisher.ts';

/** A document and its files as a schema.org DigitalDocument. */
export function digitalDocument(context: Desk, { document, inForce }: Registered): DigitalDocument {
  const { slug, title, number, type, date, issuer, files } = document;
  const address = documentAddress(slug);
  return {
    '@type': 'DigitalDocument',
    mainEntityOfPage: absolute(context, address),
    name: title,
    identifier: number,
    genre: type,
    datePublished: isoDay(date),
    author: { '@type': 'Organization', name: issuer },
    publisher: publisher(context.settings),
    isPartOf: wholeSite(context.settings),
    ...(!inForce && { creativeWorkStatus: 'Obsolete' }),
    encoding: attachmentLinks(address, files, (to) => absolute(context, to)).map(({ text, href, size }) => ({
      '@type': 'MediaObject',
      name: text,
      contentUrl: href,
      contentSize: size,
    })),
    inLanguage: 'vi',
    isAccessibleForFree: true,
  };
}
