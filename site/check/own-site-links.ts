import type { Body, InternalLink } from '#news/body.ts';
import { outgoingDomain } from '#news/domain.ts';
import { parseBody } from '#site/markdown/parse-body.ts';
import { positionAt } from '#site/read/body-finding.ts';
import { readUnchangedText } from '#site/read/source-file.ts';
import { applyEdits, originalOffsets } from '#site/repair/edited-text.ts';
import type { Settings } from '#site/settings.ts';

/** The links of a body to pages of this site that were written in full, as addresses without the origin. */
export function ownSiteLinks(
  { markdown, domains }: Body,
  { origin, base }: Pick<Settings, 'origin' | 'base'>,
): InternalLink[] {
  const own = outgoingDomain(origin);
  if (own === undefined || typeof markdown === 'string' || !domains.some(({ domain }) => domain === own)) return [];
  const file = readUnchangedText(markdown.file, markdown.contentHash);
  const body = parseBody(applyEdits(file.slice(markdown.start), markdown.repairs));
  const toWritten = originalOffsets(markdown.repairs);
  const lineStarts = [0, ...Array.from(file.matchAll(/\n/g), ({ index }) => index + 1)];
  return body.inlines.flatMap(({ token, parts }) => {
    if (!token.content.includes('://')) return [];
    return parts().flatMap(({ token: { type, attrs }, start }) => {
      const href = type === 'link_open' ? String(attrs?.find(([name]) => name === 'href')?.[1]) : '';
      if (!URL.canParse(href) || outgoingDomain(href) !== own) return [];
      const { pathname, search, hash } = new URL(href);
      const address = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
      return [{ href: `${address}${search}${hash}`, ...positionAt({ lineStarts }, markdown.start + toWritten(start)) }];
    });
  });
}
