import { type Entry, each } from './each.ts';

export const data = each('text');

export function render({ entry: { props } }: Entry<{ readonly text: string }>): string {
  return props.text;
}
