import type { Article } from '#news/article.ts';
import { submissionFaults } from '#news/submission-rules.ts';
import type { Content } from '#news/visible-content.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { articleText } from './article-text.ts';

const maxTitleLength = 120;

/** Findings about whole articles: long titles and, if turned on, the national union's submission rules. */
export function checkArticles(
  { articles, organisation }: Content,
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
      for (const { about, wrong, remedy } of submissionFaults({ title, text: articleText(article) }))
        findings.push(finding(locate(article, about === 'title' ? 'title' : 'body'), 'ban-tin', wrong, remedy));
  }
  return findings;
}
