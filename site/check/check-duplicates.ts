import type { Article } from '#news/article.ts';
import { oldestFirst } from '#news/published.ts';
import { nearDuplicates } from '#site/duplicates/near-duplicates.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { articleText } from './article-text.ts';

/** Findings for articles that repeat the title or nearly the text of an earlier one. */
export function checkDuplicates(
  articles: readonly Article[],
  locate: (article: Article, key: string) => SourceLocation,
): Finding[] {
  const comparable = (article: Article) => ({
    title: article.title,
    sketch: article.body.sketch,
    text: () => articleText(article),
  });
  return nearDuplicates(oldestFirst(articles), comparable).map(({ item, other, because }) =>
    finding(
      locate(item, 'title'),
      'trung-bai',
      `${because === 'title' ? 'tiêu đề này' : 'nội dung này'} đã có ở ${other.path}`,
      'xóa một trong hai bài, hoặc viết cho khác nhau',
    ),
  );
}
