import type { Article } from '#news/article.ts';
import { oldestFirst } from '#news/published.ts';
import { type Tag, tagKey } from '#news/tags.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';

/** Findings for tags without a pinned address, each at its first use. */
export function checkTags(
  articles: readonly Article[],
  unpinned: readonly Tag[],
  locate: (article: Article, ...keys: readonly PropertyKey[]) => SourceLocation,
): Finding[] {
  const pending = new Map(unpinned.map((tag) => [tagKey(tag.name), tag]));
  return oldestFirst(articles).flatMap((article) =>
    (pending.size === 0 ? [] : article.tags).flatMap((name, index) => {
      const tag = pending.get(tagKey(name));
      if (!tag) return [];
      pending.delete(tagKey(name));
      const wrong = `thẻ “${tag.name}” chưa được giữ địa chỉ /the/${tag.slug}/`;
      const remedy = 'chạy npm run check -- --fix để ghi vào tags.yaml';
      return [finding(locate(article, 'tags', index), 'the', wrong, remedy)];
    }),
  );
}
