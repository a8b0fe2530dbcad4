import { type Entry, each } from './each.ts';

export const data = each('text');

export function render({ entry }: Entry<string>): string {
  return entry.props();
}
