import type { z } from 'zod';
import { permanentQuestionId } from '#news/permanent-id.ts';
import type { Question, questionFrontMatterSchema } from '#news/question.ts';
import { type Finding, finding } from '#site/finding.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import type { ParsedItem } from './read-item.ts';
import { readMarkdown } from './read-markdown.ts';

/** The question of a file; undefined if its front matter is invalid. */
export function readQuestion(item: ParsedItem<z.output<typeof questionFrontMatterSchema>>): {
  question?: Question;
  findings: readonly Finding[];
} {
  if (!item.value || !item.slug) return { findings: [] };
  const { title, date, asker, question, answeredBy, answered, draft, id, ...rest } = item.value;
  rest satisfies NoMoreFields;
  const hasAnswer = readMarkdown(item.body).trim() !== '';
  const findings: Finding[] = [];
  const report = (wrong: string, remedy: string) => findings.push(finding(item.bodyStart, 'tra-loi', wrong, remedy));
  if (answered && !hasAnswer) report('có ngày trả lời nhưng chưa có câu trả lời', 'viết câu trả lời dưới dòng ---');
  if (!answered && !answeredBy && hasAnswer)
    report(
      'có câu trả lời nhưng chưa nói ai trả lời, ngày nào',
      'thêm hai dòng “answeredBy: …” và “answered: năm-tháng-ngày”',
    );
  return {
    findings,
    question: {
      path: item.path,
      slug: item.slug,
      id: id ?? permanentQuestionId(item.slug),
      title,
      date,
      draft,
      body: item.body,
      ...(asker && { asker }),
      ...(question && { text: question }),
      ...(answeredBy && answered && { answer: { by: answeredBy, date: answered } }),
    },
  };
}
