import { type NewsSitemapProps, newsSitemap } from '../feeds/sitemap.ts';
import { type Entry, each } from './each.ts';

export const data = each('newsSitemap');

export function render({ entry }: Entry<NewsSitemapProps>): string {
  return newsSitemap(entry.props());
}
