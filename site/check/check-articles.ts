import type { Article } from '#news/article.ts';
import type { Content } from '#news/newsroom.ts';
import { oldestFirst } from '#news/published.ts';
import { says } from '#news/rule.ts';
import { submissionFaults } from '#news/submission-rules.ts';
import { fingerprint } from '#site/cache/fingerprint.ts';
import type { Memory } from '#site/cache/memory.ts';
import { type Finding, finding, type Place } from '#site/finding.ts';
import { markdownOf } from '#site/read/markdown-of.ts';
import { type NearDuplicatesState, nearDuplicates, type Told } from '#site/similarity/near-duplicates.ts';

const longestTitle = 120;

/** What the rules over whole articles say: titles, repetitions, and the national union's rules where they are on. */
export function checkArticles(
  { articles, organisation }: Content,
  memory: Memory,
  placeOf: (article: Article, key: string) => Place,
): Finding[] {
  const findings: Finding[] = [];
  for (const article of articles) {
    const { title } = article;
    if (title.length > longestTitle)
      findings.push(
        finding(
          placeOf(article, 'title'),
          says('tieu-de-dai', `tiêu đề có ${title.length} ký tự, quá ${longestTitle}`, 'rút gọn tiêu đề'),
        ),
      );
    if (organisation.submissionRules)
      for (const { about, wrong, remedy } of submissionFaults({ title, text: textOf(article) }))
        findings.push(finding(placeOf(article, about === 'title' ? 'title' : 'body'), says('ban-tin', wrong, remedy)));
  }
  const before = memory.recall<NearDuplicatesState>('near duplicates');
  const { repetitions, state } = nearDuplicates(oldestFirst(articles), told, before);
  memory.remember('near duplicates', state);
  for (const { item, other, because } of repetitions)
    findings.push(
      finding(
        placeOf(item, 'title'),
        says(
          'trung-bai',
          `${because === 'title' ? 'tiêu đề này' : 'nội dung này'} đã có ở ${other.path}`,
          'xóa một trong hai bài, hoặc viết cho khác nhau',
        ),
      ),
    );
  return findings;
}

function told(article: Article): Told {
  const { title, date } = article;
  return { fingerprint: fingerprint(article), instant: date.getTime(), title, text: () => textOf(article) };
}

function textOf({ lead, leadFromBody, body }: Article): string {
  return leadFromBody ? markdownOf(body) : `${lead}\n\n${markdownOf(body)}`;
}
