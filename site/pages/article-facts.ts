import type { NewsFacts, SharedPicture } from '#layouts/components/open-graph.ts';
import { authorAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { type Tag, tagKey } from '#news/tags.ts';
import { absolute, type Desk, sharedDrawing } from './desk.ts';
import type { Materials } from './page.ts';

/** What machines are told of an article. */
export function articleFacts(desk: Desk, article: Article): NewsFacts {
  const { date, updated, author, category } = article;
  return {
    published: date,
    // A day alone is its first minute, which may be before the hour of publication.
    modified: updated && updated > date ? updated : date,
    author: { name: author.name, url: absolute(desk, authorAddress(author.slug)) },
    section: category.name,
    tags: tagsOf(desk, article.tags).map(({ name }) => name),
  };
}

/** The tags that were written, each once. */
export function tagsOf({ newsroom }: Desk, written: readonly string[]): Tag[] {
  return [...new Set(written.map(tagKey))].flatMap((key) => newsroom.tags.get(key) ?? []);
}

/** The cover of an article as the whole web finds it. */
export function sharedCover(
  desk: Desk,
  { pictures }: Materials,
  { cover }: Article,
): (SharedPicture & { readonly bytes: number }) | undefined {
  const made = cover && pictures.get(cover.file);
  return (
    made && {
      url: absolute(desk, made.shared.address),
      type: made.shared.type,
      bytes: made.shared.bytes,
      width: made.props.width,
      height: made.props.height,
      alt: cover.alt,
    }
  );
}

/** The picture an article is shared with: its cover, or one drawn of its title; undefined where the site's is to do. */
export function sharedPicture(desk: Desk, materials: Materials, article: Article): SharedPicture | undefined {
  const drawn = materials.sharePictures.articles.get(article);
  return sharedCover(desk, materials, article) ?? (drawn && sharedDrawing(desk, drawn, article.title));
}
