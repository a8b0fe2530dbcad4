import { z } from 'zod';
import { isoDay } from '#vietnamese/date.ts';
import { type Body, emptyBody } from './body.ts';
import { flag, moment, optionalMoment, optionalText, permanentIdField, text } from './field.ts';
import { type RuleName, says } from './rule.ts';

/** The front matter of content/questions/…md; the body is the answer. */
export const questionFrontMatter = z
  .strictObject({
    title: text('câu hỏi (title)', 'title: "Câu hỏi, viết gọn một dòng?"'),
    date: moment('ngày hỏi (date)', 'date: 2026-11-23'),
    /** Display name; absent when the asker wants none. */
    asker: optionalText('người hỏi (asker)', 'asker: Bạn đọc ở …').optional(),
    /** The question at length. */
    question: optionalText('nội dung câu hỏi (question)', 'question: Nội dung đầy đủ').optional(),
    answeredBy: optionalText('người trả lời (answeredBy)', 'answeredBy: Ban Biên tập').optional(),
    answered: optionalMoment('ngày trả lời (answered)', 'answered: 2026-11-25').optional(),
    draft: flag('draft'),
    id: permanentIdField.optional(),
  })
  .superRefine(({ date, answeredBy, answered }, context) => {
    const refuse = (key: string, rule: RuleName, wrong: string, remedy: string) =>
      context.addIssue({ code: 'custom', path: [key], message: says(rule, wrong, remedy) });
    if (answeredBy && !answered)
      refuse('answeredBy', 'tra-loi', 'có người trả lời nhưng thiếu ngày trả lời', 'thêm dòng “answered: 2026-11-23”');
    if (answered && !answeredBy)
      refuse(
        'answered',
        'tra-loi',
        'có ngày trả lời nhưng thiếu người trả lời',
        'thêm dòng “answeredBy: …” và viết tên người trả lời',
      );
    if (answered && isoDay(answered) < isoDay(date))
      refuse('answered', 'thu-tu-ngay', 'ngày trả lời trước ngày hỏi', 'sửa lại một trong hai ngày');
  });

/** A question of a reader and, once there is one, its answer. */
export interface Question {
  readonly path: string;
  readonly slug: string;
  readonly id: string;
  readonly title: string;
  readonly date: Date;
  readonly asker?: string;
  readonly text?: string;
  readonly answer?: { readonly by: string; readonly date: Date };
  readonly draft: boolean;
  /** The answer; empty while there is none. */
  readonly body: Body;
}

/** A question with its answer. */
export type Answered = Question & Required<Pick<Question, 'answer'>>;

/** Whether a question was answered. */
export function isAnswered(question: Question): question is Answered {
  return question.answer !== undefined;
}

/** A question as readers know it at an instant: before its day no word of the answer is there. */
export function asKnown(question: Question, now: Date): Question {
  const { answer, ...asked } = question;
  return answer && answer.date > now ? { ...asked, body: emptyBody } : question;
}

/** The day a question goes by: of its answer, or while there is none its own. */
export function dateOf({ answer, date }: Question): Date {
  return answer?.date ?? date;
}

/** The questions that were answered, the newest answer first; at one instant, in the order given. */
export function answeredNewestFirst(questions: readonly Question[]): Answered[] {
  return questions.filter(isAnswered).sort((a, b) => b.answer.date.getTime() - a.answer.date.getTime());
}
