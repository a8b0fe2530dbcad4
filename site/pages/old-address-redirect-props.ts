import type { OldAddressRedirectProps } from '#layouts/components/old-address-redirect.ts';
import { oldAddressShardCount } from '#site/redirects/redirect-table.ts';
import { type Redirect, siteRedirects } from '#site/redirects/site-redirects.ts';
import { type SiteContext, siteHref } from './site-context.ts';

/** Props of a page that redirects readers of old addresses; empty if no old address can lead to this page. */
export function oldAddressRedirectProps(
  context: SiteContext,
  leadsHere: (redirect: Redirect) => boolean,
): { oldAddress?: OldAddressRedirectProps } {
  const all = siteRedirects(context.content, context.settings);
  if (!all.some(leadsHere)) return {};
  return {
    oldAddress: {
      script: siteHref(context, '/dia-chi-cu.js'),
      base: context.settings.base,
      shards: oldAddressShardCount(all),
    },
  };
}
