import type { Body, InternalLink } from '#news/body.ts';
import { outgoingDomain } from '#news/domain.ts';
import type { Settings } from '#site/settings.ts';

/** The links of a body to pages of this site that were written in full, as addresses without the origin. */
export function ownSiteLinks({ webLinks }: Body, { origin, base }: Pick<Settings, 'origin' | 'base'>): InternalLink[] {
  if (webLinks.length === 0) return [];
  const own = outgoingDomain(origin);
  return webLinks
    .filter(({ domain }) => domain === own)
    .map(({ href, line, column }) => {
      const { pathname, search, hash } = new URL(href);
      const address = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
      return { href: `${address}${search}${hash}`, line, column };
    });
}
