import { isoInstant } from '#vietnamese/date.ts';
import { xmlText } from './xml.ts';

/** The pages for search engines, with their last substantial change and their pictures; all URLs absolute. */
export interface SitemapProps {
  readonly entries: readonly {
    readonly url: string;
    readonly changed?: Date;
    readonly images?: readonly string[];
  }[];
}

/** sitemaps.org 0.9, with the image extension of Google (sitemap-image 1.1) */
export function sitemap({ entries }: SitemapProps): string {
  const urls = entries.map(
    ({ url, changed, images = [] }) =>
      `<url>${loc(url)}${lastmod(changed)}${images.map((image) => `<image:image><image:loc>${xmlText(image)}</image:loc></image:image>`).join('')}</url>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n${urls.join('')}</urlset>\n`;
}

/** The files of a sitemap too long for one file, each with the last change of any of its pages. */
export interface SitemapIndexProps {
  readonly parts: readonly { readonly url: string; readonly changed?: Date }[];
}

/** sitemaps.org 0.9, siteindex */
export function sitemapIndex({ parts }: SitemapIndexProps): string {
  const sitemaps = parts.map(({ url, changed }) => `<sitemap>${loc(url)}${lastmod(changed)}</sitemap>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${sitemaps.join('')}</sitemapindex>\n`;
}

/** The articles of the last two days. */
export interface NewsSitemapProps {
  readonly publication: string;
  readonly articles: readonly { readonly url: string; readonly date: Date; readonly title: string }[];
}

/** Google's news extension (sitemap-news 0.9); empty without articles, which Google allows. */
export function newsSitemap({ publication, articles }: NewsSitemapProps): string {
  const urls = articles.map(
    ({ url, date, title }) =>
      `<url>${loc(url)}<news:news><news:publication><news:name>${xmlText(publication)}</news:name><news:language>vi</news:language></news:publication><news:publication_date>${isoInstant(date)}</news:publication_date><news:title>${xmlText(title)}</news:title></news:news></url>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.join('')}</urlset>\n`;
}

function loc(url: string): string {
  return `<loc>${xmlText(url)}</loc>`;
}

function lastmod(changed: Date | undefined): string {
  return changed ? `<lastmod>${isoInstant(changed)}</lastmod>` : '';
}
