import type { Article } from './article.ts';
import type { Organisation } from './organisation.ts';

/** Whether a share picture is generated for an article: it has no cover and is dated from `since` on. */
export function needsGeneratedSharePicture(
  { sharePictures }: Pick<Organisation, 'sharePictures'>,
  { cover, date }: Pick<Article, 'cover' | 'date'>,
): boolean {
  return sharePictures !== undefined && cover === undefined && date >= sharePictures.since;
}
