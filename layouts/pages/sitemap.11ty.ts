import { type SitemapProps, sitemap } from '../feeds/sitemap.ts';
import { type Entry, each } from './each.ts';

export const data = each('sitemap');

export function render({ entry }: Entry<SitemapProps>): string {
  return sitemap(entry.props());
}
