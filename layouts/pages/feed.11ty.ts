import { atom } from '../feeds/atom.ts';
import type { PrintedFeed } from '../feeds/feed.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { rss } from '../feeds/rss.ts';
import { type Entry, each } from './each.ts';

export const data = each('feed');

const printed = { rss, atom, json: jsonFeed };

export function render({ entry }: Entry<PrintedFeed>): string {
  const { form, feed } = entry.props();
  return printed[form](feed);
}
