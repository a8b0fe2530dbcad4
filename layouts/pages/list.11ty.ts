import { frame } from '../frame.ts';
import { type ListProps, list } from '../list.ts';
import { type Entry, each } from './each.ts';

export const data = each('list');

export function render({ entry: { props } }: Entry<ListProps>): string {
  return frame(props, list(props));
}
