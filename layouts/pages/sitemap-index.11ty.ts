import { type SitemapIndexProps, sitemapIndex } from '../feeds/sitemap.ts';
import { type Entry, each } from './each.ts';

export const data = each('sitemapIndex');

export function render({ entry }: Entry<SitemapIndexProps>): string {
  return sitemapIndex(entry.props());
}
