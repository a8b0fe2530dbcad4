import { frame } from '../frame.ts';
import { type NotFoundProps, notFound } from '../not-found.ts';
import { type Entry, each } from './each.ts';

export const data = each('notFound');

export function render({ entry: { props } }: Entry<NotFoundProps>): string {
  return frame(props, notFound(props));
}
