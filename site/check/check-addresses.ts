import { articleAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { oldAddressKey } from '#news/old-address.ts';
import { says } from '#news/rule.ts';
import { writtenAddress } from '#news/written-address.ts';
import { type Finding, finding, type Place, startOf } from '#site/finding.ts';
import { mostPathRules } from '#site/redirects/pages-redirects.ts';
import { grouped } from '#vietnamese/count.ts';
import type { Claim } from './known-addresses.ts';

/** A thing with a permanent id: an article, a question, an event. */
type Identified = Pick<Article, 'path' | 'slug' | 'id'>;

/** Two claims on one address, one id or one old address, at the later of the two: each belongs to one thing for ever. */
export function checkAddresses(
  claims: readonly Claim[],
  articles: readonly Article[],
  others: readonly Identified[],
  placeOf: (thing: Identified, ...keys: readonly PropertyKey[]) => Place,
): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  for (const { address, source } of claims) {
    const owner = owners.get(address);
    if (owner === undefined) owners.set(address, source);
    else {
      const [path, other] = isFile(source) ? [source, owner] : [owner, source];
      findings.push(
        finding(
          startOf(path),
          says('dia-chi', `địa chỉ ${address} đã là của ${other}`, 'đổi tên (slug) một trong hai'),
        ),
      );
    }
  }

  const ids = new Map<string, Identified>();
  for (const thing of [...articles, ...others]) {
    const sameId = ids.get(thing.id);
    // One file name twice gives one id twice: the address says it already.
    if (sameId && sameId.slug !== thing.slug)
      findings.push(
        finding(
          placeOf(thing, 'id'),
          says('ma-bai', `mã bài (id) này đã là của ${sameId.path}`, 'xóa dòng id ở bài mới hơn'),
        ),
      );
    else ids.set(thing.id, thing);
  }
  return [...findings, ...oldAddressFindings(owners, articles, placeOf)];
}

/** So many rules that a host will soon take no more. */
const manyPathRules = mostPathRules * 0.9;

function oldAddressFindings(
  owners: ReadonlyMap<string, string>,
  articles: readonly Article[],
  placeOf: (article: Article, ...keys: readonly PropertyKey[]) => Place,
): Finding[] {
  const pages = new Map([...owners].map(([address, source]) => [pageKey(address), source]));
  const known = new Map<string, Article>();
  const withoutQuery: (() => Place)[] = [];
  const conflicts = articles.flatMap((article) =>
    article.oldUrls.flatMap((oldUrl, index) => {
      // Put off: a place is looked for in the text of the file.
      const place = () => placeOf(article, 'oldUrls', index);
      const say = (wrong: string, remedy: string) => [finding(place(), says('dia-chi-cu', wrong, remedy))];
      const { key = '', pathKey = '' } = writtenAddress(oldUrl);
      const other = known.get(key);
      const owner = pages.get(pathKey);
      if (other === article) return say(`${oldUrl} đã ghi ở dòng trên`, 'xóa dòng này');
      if (other) return say(`địa chỉ cũ ${oldUrl} đã dẫn về ${other.path}`, 'giữ ở một bài, xóa ở bài kia');
      if (key === pageKey(articleAddress(article.slug)))
        return say(`${oldUrl} chính là địa chỉ của bài này`, 'xóa dòng này');
      // What is asked of the home page ("/?p=12") is answered there; any other page shows itself, whatever is asked of it.
      if (owner && (pathKey !== '' || key === ''))
        return say(
          `${oldUrl} đang là trang của ${owner}`,
          owner.endsWith('.md') ? 'xóa dòng này, hoặc đổi tên tệp kia' : 'xóa dòng này',
        );
      known.set(key, article);
      if (key === pathKey) withoutQuery.push(place);
      return [];
    }),
  );
  const full = withoutQuery[manyPathRules - 1];
  return full ? [...conflicts, finding(full(), tooMany(withoutQuery.length))] : conflicts;
}

function tooMany(count: number): string {
  return says(
    'dia-chi-cu-nhieu',
    `đã có ${grouped(count)} địa chỉ cũ không có dấu ?, mà Cloudflare Pages nhận nhiều nhất ${grouped(mostPathRules)}`,
    'xóa dòng nào không còn ai dùng, hoặc hỏi người giữ máy chủ',
  );
}

const pageKeys = new Map<string, string | undefined>();

/** What the spellings of an address of the site share; of each it is made once. */
function pageKey(address: string): string | undefined {
  if (!pageKeys.has(address))
    pageKeys.set(address, oldAddressKey(address.split('/').map(encodeURIComponent).join('/'), ''));
  return pageKeys.get(address);
}

function isFile(source: string): boolean {
  return /\.(md|yaml)$/.test(source);
}
