import { notFound } from '../not-found.ts';
import { each, framed } from './each.ts';

export const data = each('notFound');
export const render = framed(notFound);
