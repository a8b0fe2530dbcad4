import { articleAddress, articleSlug, isEphemeralAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Content } from '#news/visible-content.ts';
import { type DeployedSite, releasePeriod } from '#site/deployment/deployed-site.ts';
import { sitemapAddresses } from '#site/deployment/deployed-sitemaps.ts';
import { type Finding, finding, type SourceLocation, startOfFile } from '#site/finding.ts';
import type { Settings } from '#site/settings.ts';
import type { KnownAddresses } from './known-addresses.ts';

/** What became of the addresses of the deployed site. */
export interface DeployedCheck {
  readonly findings: readonly Finding[];
  /** The addresses that may be gone: links to them are rendered as plain text. */
  readonly released: ReadonlySet<string>;
}

/**
 * Findings for addresses that were deployed and are gone without a redirect or a withdrawal. List pages that come and
 * go with their articles (tags, months, numbered pages) are exempt, and so are articles with an expiry date.
 */
export function checkDeployed(
  { sitemaps, firstDeployed = {}, letGo }: DeployedSite,
  { base, now }: Pick<Settings, 'base' | 'now'>,
  { visible, unreadable }: Pick<KnownAddresses, 'visible' | 'unreadable'>,
  { articles }: Content,
  locate: (article: Article, key: string) => SourceLocation,
): DeployedCheck {
  const redirected = new Set(articles.flatMap(({ oldUrls }) => oldUrls));
  const bySlug = new Map(articles.map((article) => [articleAddress(article.slug), article]));
  const isKept = (address: string) =>
    isEphemeralAddress(address) ||
    visible.has(address) ||
    unreadable.has(address) ||
    redirected.has(address) ||
    bySlug.get(address)?.expires !== undefined;
  const isReleased = (address: string) => {
    const first = firstDeployed[address];
    return letGo.includes(address) || (first !== undefined && now.getTime() - Date.parse(first) < releasePeriod);
  };
  const lost = sitemaps.flatMap(({ path, sitemap }) =>
    sitemapAddresses(sitemap, base)
      .filter(({ address }) => !isKept(address))
      .map(({ address, ...place }) => ({ address, location: { ...startOfFile(path), ...place } })),
  );
  return {
    released: new Set(lost.map(({ address }) => address).filter(isReleased)),
    findings: lost.map(({ address, location }) => {
      const article = bySlug.get(address);
      const at = article ? locate(article, article.draft ? 'draft' : 'date') : location;
      const state = article ? 'nay bị giấu đi' : 'nay không còn';
      return isReleased(address)
        ? finding(at, 'dia-chi-bo', `${address} mới đăng, ${state}`, `đăng nhầm thì thế là xong; ${ways(address)}`)
        : finding(
            at,
            'dia-chi-mat',
            `${address} đã đăng, ${state}`,
            `${article ? 'trả lại như cũ' : 'trả lại tệp cũ'}; ${ways(address)}; người quản trị bỏ hẳn: --let-go`,
          );
    }),
  };
}

/** How an address stays: with a notice, or as an old address of another article. */
function ways(address: string): string {
  const moved = 'đã đổi tên thì ghi địa chỉ này vào oldUrls của bài mới';
  return articleSlug(address) ? `muốn báo đã gỡ: npm run withdraw -- ${address}; ${moved}` : moved;
}
