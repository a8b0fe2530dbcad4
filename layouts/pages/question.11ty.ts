import { question } from '../question.ts';
import { each, framed } from './each.ts';

export const data = each('question');
export const render = framed(question);
