import type { NewsArticle } from 'schema-dts';
import type { ArticleMetadata, OpenGraphProps, PictureMetadata } from '#layouts/components/open-graph.ts';
import type { SiteContext } from '#site/pages/site-context.ts';
import { isoInstant } from '#vietnamese/date.ts';
import { personOrOrganization } from './person-or-organization.ts';
import { publisherRef, websiteRef } from './publisher-json-ld.ts';

/** An article as a schema.org NewsArticle, from its Open Graph props and metadata. */
export function newsArticle(
  { content, settings }: SiteContext,
  { title, description, canonical }: OpenGraphProps,
  { published, modified, author, section, tags }: ArticleMetadata,
  picture: PictureMetadata | undefined,
): NewsArticle {
  return {
    '@type': 'NewsArticle',
    mainEntityOfPage: canonical,
    headline: title,
    description,
    ...(picture && { image: picture.url }),
    datePublished: isoInstant(published),
    dateModified: isoInstant(modified),
    author: { ...personOrOrganization(content.authors, author.name), url: author.url },
    publisher: publisherRef(settings),
    isPartOf: websiteRef(settings),
    articleSection: section,
    keywords: tags,
    inLanguage: 'vi',
    isAccessibleForFree: true,
  };
}
