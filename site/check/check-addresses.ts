import { basename } from 'node:path';
import { articleAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { oldAddressKey } from '#news/old-address.ts';
import { parseOldAddresses } from '#news/parse-old-addresses.ts';
import { type Finding, finding, type SourceLocation, startOfFile } from '#site/finding.ts';
import { maxPathRules } from '#site/redirects/cloudflare-redirects.ts';
import { formatNumber } from '#vietnamese/count.ts';
import type { AddressClaim } from './known-addresses.ts';

/** An item with a permanent id: an article, a question, an event. */
type Identified = Pick<Article, 'path' | 'slug' | 'id'>;

/** Findings for addresses, ids and old addresses with two owners, at the later owner: each stays with one item. */
export function checkAddresses(
  claims: readonly AddressClaim[],
  articles: readonly Article[],
  others: readonly Identified[],
  locate: (item: Identified, ...keys: readonly PropertyKey[]) => SourceLocation,
): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  for (const { address, source } of claims) {
    const owner = owners.get(address);
    if (owner === undefined) owners.set(address, source);
    else if (owner === source && isFile(source)) findings.push(sameNameFinding(source, address));
    else {
      const [path, other] = isFile(source) ? [source, owner] : [owner, source];
      findings.push(
        finding(startOfFile(path), 'dia-chi', `địa chỉ ${address} đã là của ${other}`, 'đổi tên (slug) một trong hai'),
      );
    }
  }

  const ids = new Map<string, Identified>();
  for (const item of [...articles, ...others]) {
    const sameId = ids.get(item.id);
    // Two equal file names also give equal ids; the address finding already covers that.
    if (sameId && sameId.slug !== item.slug)
      findings.push(
        finding(locate(item, 'id'), 'ma-bai', `mã bài (id) này đã là của ${sameId.path}`, 'xóa dòng id ở bài mới hơn'),
      );
    else ids.set(item.id, item);
  }
  return [...findings, ...oldAddressFindings(owners, articles, locate)];
}

/** The only addresses that an item claims twice are those of two files with one name, from different folders. */
function sameNameFinding(path: string, address: string): Finding {
  const wrong = `bài có hai tệp cùng tên “${basename(address)}” ở hai thư mục`;
  return finding(startOfFile(path), 'dia-chi', wrong, 'đổi tên một tệp, cả ở chỗ bài nhắc tới nó');
}

/** From this many rules on, a host is close to its limit. */
const pathRulesWarningLimit = maxPathRules * 0.9;

function oldAddressFindings(
  owners: ReadonlyMap<string, string>,
  articles: readonly Article[],
  locate: (article: Article, ...keys: readonly PropertyKey[]) => SourceLocation,
): Finding[] {
  if (articles.every(({ oldUrls }) => oldUrls.length === 0)) return [];
  const pages = new Map([...owners].map(([address, source]) => [pageKey(address), source]));
  const oldAddressOwners = new Map<string, Article>();
  const withoutQuery: (() => SourceLocation)[] = [];
  const conflicts = articles.flatMap((article) =>
    parseOldAddresses(article.oldUrls).flatMap(({ oldUrl, key = '', pathKey = '' }, index) => {
      // Lazy, because it searches the text of the file.
      const location = () => locate(article, 'oldUrls', index);
      const report = (wrong: string, remedy: string) => [finding(location(), 'dia-chi-cu', wrong, remedy)];
      const other = oldAddressOwners.get(key);
      const owner = pages.get(pathKey);
      if (other === article) return report(`${oldUrl} đã ghi ở dòng trên`, 'xóa dòng này');
      if (other) return report(`địa chỉ cũ ${oldUrl} đã dẫn về ${other.path}`, 'giữ ở một bài, xóa ở bài kia');
      if (key === pageKey(articleAddress(article.slug)))
        return report(`${oldUrl} chính là địa chỉ của bài này`, 'xóa dòng này');
      // Only the home page resolves queries ("/?p=12"); any other page ignores its query.
      if (owner && (pathKey !== '' || key === ''))
        return report(
          `${oldUrl} đang là trang của ${owner}`,
          owner.endsWith('.md') ? 'xóa dòng này, hoặc đổi tên tệp kia' : 'xóa dòng này',
        );
      oldAddressOwners.set(key, article);
      if (key === pathKey) withoutQuery.push(location);
      return [];
    }),
  );
  const limitLocation = withoutQuery[pathRulesWarningLimit - 1];
  return limitLocation ? [...conflicts, tooManyFinding(limitLocation(), withoutQuery.length)] : conflicts;
}

function tooManyFinding(location: SourceLocation, count: number): Finding {
  return finding(
    location,
    'dia-chi-cu-nhieu',
    `đã có ${formatNumber(count)} địa chỉ cũ không có dấu ?, mà Cloudflare Pages nhận nhiều nhất ${formatNumber(maxPathRules)}`,
    'xóa dòng nào không còn ai dùng, hoặc hỏi người giữ máy chủ',
  );
}

/** The key that all spellings of an address of the site share. */
function pageKey(address: string): string | undefined {
  // Nearly every address is its own key, which takes a tenth of the time to see.
  const isPlain = /^[a-z0-9/.-]*$/.test(address);
  return isPlain
    ? address.replace(/\/(index\.html?)?$/, '')
    : oldAddressKey(address.split('/').map(encodeURIComponent).join('/'), '');
}

function isFile(source: string): boolean {
  return /\.(md|yaml)$/.test(source);
}
