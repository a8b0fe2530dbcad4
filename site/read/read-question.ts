import type { FrontMatter } from '#news/front-matter.ts';
import { permanentQuestionId } from '#news/permanent-id.ts';
import type { Question } from '#news/question.ts';
import { type Finding, finding } from '#site/finding.ts';
import { curlyQuotes } from '#vietnamese/curly-quotes.ts';
import { openingSentences } from '#vietnamese/sentences.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import type { ParsedItem } from './read-item.ts';
import { readMarkdown } from './read-markdown.ts';

/** The question of a file; undefined if its front matter is invalid. */
export function readQuestion(parsed: ParsedItem<FrontMatter<'questions'>>): {
  item?: Question;
  findings: readonly Finding[];
} {
  const { value, slug, path, body, firstParagraph = '' } = parsed;
  if (!value || !slug) return { findings: [] };
  const { title, date, asker, question, answeredBy, answered, draft, id, ...rest } = value;
  rest satisfies NoMoreFields;
  const hasAnswer = readMarkdown(body).trim() !== '';
  const findings: Finding[] = [];
  const report = (wrong: string, remedy: string) => findings.push(finding(parsed.bodyStart, 'tra-loi', wrong, remedy));
  if (answered && !hasAnswer) report('có ngày trả lời nhưng chưa có câu trả lời', 'viết câu trả lời dưới dòng ---');
  if (!answered && !answeredBy && hasAnswer)
    report(
      'có câu trả lời nhưng chưa nói ai trả lời, ngày nào',
      'thêm hai dòng “answeredBy: …” và “answered: năm-tháng-ngày”',
    );
  return {
    findings,
    item: {
      ...{ path, slug, id: id ?? permanentQuestionId(slug), title: curlyQuotes(title), date, draft, body },
      ...(asker && { asker }),
      ...(question && { text: curlyQuotes(question) }),
      ...(answeredBy &&
        answered && {
          answer: { by: answeredBy, date: answered, opening: curlyQuotes(openingSentences(firstParagraph)) },
        }),
    },
  };
}
