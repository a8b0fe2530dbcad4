import type { NewsFacts, SharedPicture } from '#layouts/components/open-graph.ts';
import { authorAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { type Tag, tagKey } from '#news/tags.ts';
import { absolute, type Desk, sharedDrawing } from './desk.ts';
import type { Materials } from './page.ts';

/** The metadata of an article for Open Graph, JSON-LD and feeds. */
export function articleFacts(context: Desk, article: Article): NewsFacts {
  const { date, updated, author, category } = article;
  return {
    published: date,
    // A date without a time is midnight, which may be before the time of publication.
    modified: updated && updated > date ? updated : date,
    author: { name: author.name, url: absolute(context, authorAddress(author.slug)) },
    section: category.name,
    tags: tagsOf(context, article.tags).map(({ name }) => name),
  };
}

/** The tags of the names in a front matter, without duplicates. */
export function tagsOf({ newsroom: content }: Desk, names: readonly string[]): Tag[] {
  return [...new Set(names.map(tagKey))].flatMap((key) => content.tags.get(key) ?? []);
}

/** The cover of an article with its absolute URL; undefined without a cover. */
export function sharedCover(
  context: Desk,
  { pictures }: Materials,
  { cover }: Article,
): (SharedPicture & { readonly bytes: number }) | undefined {
  const picture = cover && pictures.get(cover.file);
  return (
    picture && {
      url: absolute(context, picture.shared.address),
      type: picture.shared.type,
      bytes: picture.shared.bytes,
      width: picture.props.width,
      height: picture.props.height,
      alt: cover.alt,
    }
  );
}

/** The share picture of an article: its cover, or one generated from its title; undefined: the picture of the site. */
export function sharedPicture(context: Desk, render: Materials, article: Article): SharedPicture | undefined {
  const generated = render.sharePictures.articles.get(article);
  return sharedCover(context, render, article) ?? (generated && sharedDrawing(context, generated, article.title));
}
