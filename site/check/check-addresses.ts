import { articleAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Question } from '#news/question.ts';
import { says } from '#news/rule.ts';
import { type Finding, finding, type Place, startOf } from '#site/finding.ts';
import type { Claim } from './known-addresses.ts';

/** Two claims on one address, one id or one old address, at the later of the two: each belongs to one thing for ever. */
export function checkAddresses(
  claims: readonly Claim[],
  articles: readonly Article[],
  questions: readonly Question[],
  placeOf: (thing: Article | Question, ...keys: readonly PropertyKey[]) => Place,
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

  const ids = new Map<string, Article | Question>();
  for (const thing of [...articles, ...questions]) {
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

  const oldUrls = new Map<string, Article>();
  for (const article of articles) {
    for (const [index, oldUrl] of article.oldUrls.entries()) {
      const refuse = (wrong: string, remedy: string) =>
        findings.push(finding(placeOf(article, 'oldUrls', index), says('dia-chi-cu', wrong, remedy)));
      const other = oldUrls.get(oldUrl);
      const owner = owners.get(oldUrl);
      if (other) refuse(`địa chỉ cũ ${oldUrl} đã dẫn về ${other.path}`, 'giữ ở một bài, xóa ở bài kia');
      else if (oldUrl === articleAddress(article.slug))
        refuse(`${oldUrl} chính là địa chỉ của bài này`, 'xóa dòng này');
      else if (owner) refuse(`${oldUrl} đang là trang của ${owner}`, 'xóa dòng này, hoặc đổi tên tệp kia');
      else oldUrls.set(oldUrl, article);
    }
  }
  return findings;
}

function isFile(source: string): boolean {
  return /\.(md|yaml)$/.test(source);
}
