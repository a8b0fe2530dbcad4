import { isoInstant } from '#vietnamese/date.ts';
import { xmlText } from './xml.ts';

/** The pages search engines should know, absolute, with their last real change. */
export interface SitemapProps {
  readonly entries: readonly { readonly url: string; readonly changed?: Date }[];
}

/** sitemaps.org 0.9 */
export function sitemap({ entries }: SitemapProps): string {
  const urls = entries.map(
    ({ url, changed }) =>
      `<url><loc>${xmlText(url)}</loc>${changed ? `<lastmod>${isoInstant(changed)}</lastmod>` : ''}</url>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
