import type { ArticleMetadata, PictureMetadata } from '#layouts/components/open-graph.ts';
import { authorAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Category } from '#news/category.ts';
import { type Tag, tagKeys } from '#news/tags.ts';
import type { RenderContext } from './page.ts';
import { absoluteUrl, drawnSharePicture, type SiteContext } from './site-context.ts';

/** The metadata of an article for Open Graph, JSON-LD and feeds. */
export function articleMetadata(context: SiteContext, article: Article): ArticleMetadata {
  const { date, updated, author, category } = article;
  return {
    published: date,
    // A date without a time is midnight, which may be before the time of publication.
    modified: updated && updated > date ? updated : date,
    author: { name: author.name, url: absoluteUrl(context, authorAddress(author.slug)) },
    section: category.name,
    tags: resolveTags(context, article.tags).map(({ name }) => name),
  };
}

/** The tags of the names in a front matter, without duplicates. */
export function resolveTags({ content }: SiteContext, names: readonly string[]): Tag[] {
  return tagKeys(names).flatMap((key) => content.tags.get(key) ?? []);
}

/** The cover of an article with its absolute URL; undefined without a cover. */
export function coverSharePicture(
  context: SiteContext,
  { pictures }: RenderContext,
  { cover }: Article,
): (PictureMetadata & { readonly bytes: number }) | undefined {
  const picture = cover && pictures.get(cover.file);
  return (
    picture && {
      url: absoluteUrl(context, picture.shared.address),
      type: picture.shared.type,
      bytes: picture.shared.bytes,
      width: picture.props.width,
      height: picture.props.height,
      alt: cover.alt,
    }
  );
}

/** The share picture of an article: its cover, or one generated from its title; undefined: that of its category. */
export function articleSharePicture(
  context: SiteContext,
  render: RenderContext,
  article: Article,
): PictureMetadata | undefined {
  const generated = render.sharePictures.articles.get(article);
  return (
    coverSharePicture(context, render, article) ?? (generated && drawnSharePicture(context, generated, article.title))
  );
}

/** The share picture of a category; undefined if the font lacks a glyph for its name: that of the site. */
export function categorySharePicture(
  context: SiteContext,
  { sharePictures }: RenderContext,
  { name, slug }: Category,
): PictureMetadata | undefined {
  const generated = sharePictures.categories.get(slug);
  return generated && drawnSharePicture(context, generated, name);
}
