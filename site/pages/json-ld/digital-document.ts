import type { DigitalDocument } from 'schema-dts';
import { documentAddress } from '#news/address.ts';
import type { RegisteredDocument } from '#news/registered-documents.ts';
import { attachmentLinks } from '#site/body/attachment-links.ts';
import { absoluteUrl, type SiteContext } from '#site/pages/site-context.ts';
import { isoDay } from '#vietnamese/date.ts';
import { publisherRef, websiteRef } from './publisher-json-ld.ts';

/** A document and its files as a schema.org DigitalDocument. */
export function digitalDocument(context: SiteContext, { document, inForce }: RegisteredDocument): DigitalDocument {
  const { slug, title, number, type, date, issuer, files } = document;
  const address = documentAddress(slug);
  return {
    '@type': 'DigitalDocument',
    mainEntityOfPage: absoluteUrl(context, address),
    name: title,
    identifier: number,
    genre: type,
    datePublished: isoDay(date),
    author: { '@type': 'Organization', name: issuer },
    publisher: publisherRef(context.settings),
    isPartOf: websiteRef(context.settings),
    ...(!inForce && { creativeWorkStatus: 'Obsolete' }),
    encoding: attachmentLinks(address, files, (to) => absoluteUrl(context, to)).map(({ text, href, size }) => ({
      '@type': 'MediaObject',
      name: text,
      contentUrl: href,
      contentSize: size,
    })),
    inLanguage: 'vi',
    isAccessibleForFree: true,
  };
}
