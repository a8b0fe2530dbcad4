import { frame } from '../frame.ts';
import { type QuestionProps, question } from '../question.ts';
import { type Entry, each } from './each.ts';

export const data = each('question');

export function render({ entry: { props } }: Entry<QuestionProps>): string {
  return frame(props, question(props));
}
