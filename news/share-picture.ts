import type { Article } from './article.ts';
import type { Organisation } from './organisation.ts';

/** Whether a picture is drawn of an article's own, for where it is shared: it has no cover, and is of the time they are drawn for. */
export function hasSharePicture(
  { sharePictures }: Pick<Organisation, 'sharePictures'>,
  { cover, date }: Pick<Article, 'cover' | 'date'>,
): boolean {
  return sharePictures !== undefined && cover === undefined && date >= sharePictures.since;
}
