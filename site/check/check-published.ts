import { articleAddress, isPassing } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Content } from '#news/newsroom.ts';
import { says } from '#news/rule.ts';
import { type Finding, finding, type Place, startOf } from '#site/finding.ts';
import type { KnownAddresses } from './known-addresses.ts';

/** The site as it was last deployed: a sitemap of it, and how messages call that file. */
export interface Deployed {
  readonly path: string;
  readonly sitemap: string;
}

/**
 * Addresses that were published and are no more, without an old address or a withdrawal to answer for them. Lists that
 * come and go with their articles (tags, months, numbered pages) are no promise; what has expired was announced to.
 */
export function checkPublished(
  { path, sitemap }: Deployed,
  base: string,
  { shown, unread }: Pick<KnownAddresses, 'shown' | 'unread'>,
  { articles }: Content,
  placeOf: (article: Article, key: string) => Place,
): Finding[] {
  const answered = new Set(articles.flatMap(({ oldUrls }) => oldUrls));
  const bySlug = new Map(articles.map((article) => [articleAddress(article.slug), article]));
  return sitemap.split('\n').flatMap((text, index) =>
    [...text.matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g)].flatMap(({ 1: url = '', index: column }) => {
      const address = decodeURIComponent(new URL(url).pathname).slice(base.length);
      const article = bySlug.get(address);
      if (isPassing(address) || shown.has(address) || unread.has(address) || answered.has(address) || article?.expires)
        return [];
      return article
        ? [
            finding(
              placeOf(article, article.draft ? 'draft' : 'date'),
              says(
                'dia-chi-mat',
                `${address} đã đăng, nay bị giấu đi`,
                'trả lại như cũ, hoặc gỡ bài bằng hai dòng “withdrawn: …” và “withdrawnReason: …”',
              ),
            ),
          ]
        : [
            finding(
              { ...startOf(path), line: index + 1, column: column + 1 },
              says(
                'dia-chi-mat',
                `${address} đã đăng, nay không còn`,
                `trả lại tên tệp cũ, hoặc ở bài mới thêm hai dòng “oldUrls:” và “  - ${address}”`,
              ),
            ),
          ];
    }),
  );
}
