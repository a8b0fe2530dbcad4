import type { NewsArticle } from 'schema-dts';
import type { NewsFacts, OpenGraphProps, SharedPicture } from '#layouts/components/open-graph.ts';
import type { Desk } from '#site/pages/desk.ts';
import { isoInstant } from '#vietnamese/date.ts';
import { publisher, wholeSite } from './publisher.ts';
import { signer } from './signer.ts';

/** An article as a schema.org NewsArticle, from its Open Graph props and metadata. */
export function newsArticle(
  { newsroom: content, settings }: Desk,
  { title, description, canonical }: OpenGraphProps,
  { published, modified, author, section, tags }: NewsFacts,
  picture: SharedPicture | undefined,
): NewsArticle {
  return {
    '@type': 'NewsArticle',
    mainEntityOfPage: canonical,
    headline: title,
    description,
    ...(picture && { image: picture.url }),
    datePublished: isoInstant(published),
    dateModified: isoInstant(modified),
    author: { ...signer(content.authors, author.name), url: author.url },
    publisher: publisher(settings),
    isPartOf: wholeSite(settings),
    articleSection: section,
    ...(tags.length > 0 && { keywords: tags }),
    inLanguage: 'vi',
    isAccessibleForFree: true,
  };
}
