import { articleAddress, isEphemeralAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Content } from '#news/visible-content.ts';
import { type Finding, finding, type SourceLocation, startOfFile } from '#site/finding.ts';
import type { KnownAddresses } from './known-addresses.ts';

/** A sitemap of the last deployment, and its path as messages show it. */
export interface DeployedSitemap {
  readonly path: string;
  readonly sitemap: string;
}

/**
 * Findings for addresses that were published and are gone without a redirect or a withdrawal. List pages that come and
 * go with their articles (tags, months, numbered pages) are exempt, and so are articles with an expiry date.
 */
export function checkPublished(
  { path, sitemap }: DeployedSitemap,
  base: string,
  { visible, unreadable }: Pick<KnownAddresses, 'visible' | 'unreadable'>,
  { articles }: Content,
  locate: (article: Article, key: string) => SourceLocation,
): Finding[] {
  const redirected = new Set(articles.flatMap(({ oldUrls }) => oldUrls));
  const bySlug = new Map(articles.map((article) => [articleAddress(article.slug), article]));
  return sitemap.split('\n').flatMap((text, index) =>
    [...text.matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g)].flatMap(({ 1: url = '', index: column }) => {
      const address = decodeURIComponent(new URL(url).pathname).slice(base.length);
      const article = bySlug.get(address);
      if (
        isEphemeralAddress(address) ||
        visible.has(address) ||
        unreadable.has(address) ||
        redirected.has(address) ||
        article?.expires
      )
        return [];
      return article
        ? [
            finding(
              locate(article, article.draft ? 'draft' : 'date'),
              'dia-chi-mat',
              `${address} đã đăng, nay bị giấu đi`,
              'trả lại như cũ, hoặc gỡ bài bằng hai dòng “withdrawn: …” và “withdrawnReason: …”',
            ),
          ]
        : [
            finding(
              { ...startOfFile(path), line: index + 1, column: column + 1 },
              'dia-chi-mat',
              `${address} đã đăng, nay không còn`,
              `trả lại tên tệp cũ, hoặc ở bài mới thêm hai dòng “oldUrls:” và “  - ${address}”`,
            ),
          ];
    }),
  );
}
