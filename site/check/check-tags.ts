import type { Article } from '#news/article.ts';
import { oldestFirst } from '#news/published.ts';
import { says } from '#news/rule.ts';
import { type Tag, tagKey } from '#news/tags.ts';
import { type Finding, finding, type Place } from '#site/finding.ts';

/** Tags whose addresses are not settled yet, each at its first use. */
export function checkTags(
  articles: readonly Article[],
  unpinned: readonly Tag[],
  placeOf: (article: Article, ...keys: readonly PropertyKey[]) => Place,
): Finding[] {
  const waiting = new Map(unpinned.map((tag) => [tagKey(tag.name), tag]));
  return oldestFirst(articles).flatMap((article) =>
    (waiting.size === 0 ? [] : article.tags).flatMap((name, index) => {
      const tag = waiting.get(tagKey(name));
      if (!tag) return [];
      waiting.delete(tagKey(name));
      const message = says(
        'the',
        `thẻ “${tag.name}” chưa được giữ địa chỉ /the/${tag.slug}/`,
        'chạy npm run check -- --fix để ghi vào tags.yaml',
      );
      return [finding(placeOf(article, 'tags', index), message)];
    }),
  );
}
