import type { Article } from '#news/article.ts';
import { oldestFirst } from '#news/published.ts';
import { submissionFaults } from '#news/submission-rules.ts';
import type { Content } from '#news/visible-content.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import { dataHash } from '#site/cache/data-hash.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';
import { type ComparedItem, type NearDuplicatesState, nearDuplicates } from '#site/similarity/near-duplicates.ts';

const maxTitleLength = 120;

/** Findings about whole articles: long titles, duplicates and, if turned on, the national union's submission rules. */
export function checkArticles(
  { articles, organisation }: Content,
  cache: BuildCache,
  locate: (article: Article, key: string) => SourceLocation,
): Finding[] {
  const findings: Finding[] = [];
  for (const article of articles) {
    const { title } = article;
    if (title.length > maxTitleLength)
      findings.push(
        finding(
          locate(article, 'title'),
          'tieu-de-dai',
          `tiêu đề có ${title.length} ký tự, quá ${maxTitleLength}`,
          'rút gọn tiêu đề',
        ),
      );
    if (organisation.submissionRules)
      for (const { about, wrong, remedy } of submissionFaults({ title, text: textOf(article) }))
        findings.push(finding(locate(article, about === 'title' ? 'title' : 'body'), 'ban-tin', wrong, remedy));
  }
  const previous = cache.get<NearDuplicatesState>('near duplicates');
  const { repetitions, state } = nearDuplicates(oldestFirst(articles), comparable, previous);
  cache.set('near duplicates', state);
  for (const { item, other, because } of repetitions)
    findings.push(
      finding(
        locate(item, 'title'),
        'trung-bai',
        `${because === 'title' ? 'tiêu đề này' : 'nội dung này'} đã có ở ${other.path}`,
        'xóa một trong hai bài, hoặc viết cho khác nhau',
      ),
    );
  return findings;
}

function comparable(article: Article): ComparedItem {
  const { title, date } = article;
  return { dataHash: dataHash(article), instant: date.getTime(), title, text: () => textOf(article) };
}

function textOf({ lead, leadFromBody, body }: Article): string {
  return leadFromBody ? readMarkdown(body) : `${lead}\n\n${readMarkdown(body)}`;
}
