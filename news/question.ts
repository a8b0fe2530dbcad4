import { z } from 'zod';
import { isoDay } from '#vietnamese/date.ts';
import { type Body, emptyBody } from './body.ts';
import {
  flagField,
  instantField,
  optionalInstantField,
  optionalTextField,
  permanentIdField,
  textField,
} from './field.ts';
import { ofKind } from './field-description.ts';
import { type RuleName, ruleMessage } from './rule.ts';

/** The schema of the front matter of content/questions/…md; the body is the answer. */
export const questionFrontMatterSchema = z
  .strictObject({
    title: textField('câu hỏi (title)', 'title: "Câu hỏi, viết gọn một dòng?"'),
    date: instantField('ngày hỏi (date)', 'date: 2026-11-23'),
    /** Display name; absent when the asker stays anonymous. */
    asker: optionalTextField('người hỏi (asker)', 'asker: Bạn đọc ở …').optional(),
    /** The full text of the question. */
    question: ofKind(
      'paragraph',
      optionalTextField('nội dung câu hỏi (question)', 'question: Nội dung đầy đủ'),
    ).optional(),
    answeredBy: optionalTextField('người trả lời (answeredBy)', 'answeredBy: Ban Biên tập').optional(),
    answered: optionalInstantField('ngày trả lời (answered)', 'answered: 2026-11-25').optional(),
    draft: flagField('bản nháp (draft)', 'draft: true'),
    id: permanentIdField.optional(),
  })
  .superRefine(({ date, answeredBy, answered }, context) => {
    const addIssue = (key: string, rule: RuleName, wrong: string, remedy: string) =>
      context.addIssue({ code: 'custom', path: [key], message: ruleMessage(rule, wrong, remedy) });
    if (answeredBy && !answered)
      addIssue(
        'answeredBy',
        'tra-loi',
        'có người trả lời nhưng thiếu ngày trả lời',
        'thêm dòng “answered: 2026-11-23”',
      );
    if (answered && !answeredBy)
      addIssue(
        'answered',
        'tra-loi',
        'có ngày trả lời nhưng thiếu người trả lời',
        'thêm dòng “answeredBy: …” và viết tên người trả lời',
      );
    if (answered && isoDay(answered) < isoDay(date))
      addIssue('answered', 'thu-tu-ngay', 'ngày trả lời trước ngày hỏi', 'sửa lại một trong hai ngày');
  });

/** Who answered, when, and the first sentences of the answer as plain text; empty where it begins with no text. */
export interface Answer {
  readonly by: string;
  readonly date: Date;
  readonly opening: string;
}

/** A reader's question and, once there is one, its answer. */
export interface Question {
  readonly path: string;
  readonly slug: string;
  readonly id: string;
  readonly title: string;
  readonly date: Date;
  readonly asker?: string;
  readonly text?: string;
  readonly answer?: Answer;
  readonly draft: boolean;
  /** The text of the answer; empty while there is none. */
  readonly body: Body;
}

/** A question with its answer. */
export type AnsweredQuestion = Question & Required<Pick<Question, 'answer'>>;

/** Whether a question has an answer. */
export function isAnswered(question: Question): question is AnsweredQuestion {
  return question.answer !== undefined;
}

/** A question as readers see it at an instant: without an answer that is dated later. */
export function hideFutureAnswer(question: Question, now: Date): Question {
  const { answer, ...unanswered } = question;
  return answer && answer.date > now ? { ...unanswered, body: emptyBody } : question;
}

/** The date of the answer or, while there is none, of the question. */
export function questionDate({ answer, date }: Question): Date {
  return answer?.date ?? date;
}

/** The questions with an answer, newest answer first; those of the same instant in the order given. */
export function answeredNewestFirst(questions: readonly Question[]): AnsweredQuestion[] {
  return questions.filter(isAnswered).sort((a, b) => b.answer.date.getTime() - a.answer.date.getTime());
}
