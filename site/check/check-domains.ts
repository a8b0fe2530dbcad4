import { domainToUnicode } from 'node:url';
import type { Article } from '#news/article.ts';
import type { AnyItem } from '#news/content-kind.ts';
import { isPinnedDomain, outgoingDomain } from '#news/domain.ts';
import type { Organisation } from '#news/organisation.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';

/** A domain that is not in domains.yaml, and the first link to it. */
export interface UnpinnedDomain extends SourceLocation {
  readonly domain: string;
}

/** The domains of links in bodies and of sources that are not pinned, each at its first use. */
export function unpinnedDomains(
  items: readonly AnyItem[],
  articles: readonly Article[],
  pinned: readonly string[],
  locate: (article: Article, ...keys: readonly PropertyKey[]) => SourceLocation,
): UnpinnedDomain[] {
  const known = new Set(pinned);
  const found: UnpinnedDomain[] = [];
  const add = (domain: string | undefined, location: () => SourceLocation) => {
    if (domain === undefined || isPinnedDomain(domain, known)) return;
    known.add(domain);
    found.push({ domain, ...location() });
  };
  for (const article of articles)
    if (article.source?.url) add(outgoingDomain(article.source.url), () => locate(article, 'sourceUrl'));
  for (const { path, body } of items)
    for (const { domain, line, column } of body.webLinks) add(domain, () => ({ path, line, column }));
  return found;
}

/** The domains that need no pin: that of this site, and those of the links in site.yaml. */
export function ownDomains({ sisterUnions, map, zalo, facebook }: Organisation, origin: string): string[] {
  const urls = [origin, ...sisterUnions.map(({ url }) => url), map ?? [], zalo ?? [], facebook ?? []].flat();
  return urls.flatMap((url) => outgoingDomain(url) ?? []);
}

/** Findings for domains without a pin. */
export function checkDomains(unpinned: readonly UnpinnedDomain[]): Finding[] {
  return unpinned.map(({ domain, ...location }) =>
    finding(
      location,
      'ten-mien',
      `tên miền “${domainToUnicode(domain) || domain}” chưa có trong domains.yaml`,
      'nếu đúng là nơi muốn dẫn tới, chạy npm run check -- --fix để ghi vào',
    ),
  );
}
