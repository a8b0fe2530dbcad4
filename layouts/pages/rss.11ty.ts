import { type RssProps, rss } from '../feeds/rss.ts';
import { type Entry, each } from './each.ts';

export const data = each('rss');

export function render({ entry }: Entry<RssProps>): string {
  return rss(entry.props());
}
