import type { Author } from '#news/author.ts';
import type { Organisation } from '#news/organisation.ts';
import type { KnownNames } from './tree/article-parts.ts';

/** The names by which an import knows the author of a text, and those that keep their capitals in a title. */
export function knownNames(
  { name, shortName }: Pick<Organisation, 'name' | 'shortName'>,
  authors: readonly Author[],
): KnownNames {
  return {
    authors: authors.map((author) => author.name),
    properNames: [name, shortName, 'Liên hiệp hội', 'Việt Nam', 'Thái Bình'],
  };
}
