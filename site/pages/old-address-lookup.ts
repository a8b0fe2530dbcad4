import type { OldAddressProps } from '#layouts/components/old-address.ts';
import { shardCount } from '#site/redirects/redirect-table.ts';
import { type Redirect, redirects } from '#site/redirects/redirects.ts';
import { type Desk, link } from './desk.ts';

/** Props of a page that redirects readers of old addresses; empty if no old address can lead to this page. */
export function oldAddressLookup(
  context: Desk,
  leadsHere: (redirect: Redirect) => boolean,
): { oldAddress?: OldAddressProps } {
  const all = redirects(context.newsroom, context.settings);
  if (!all.some(leadsHere)) return {};
  return {
    oldAddress: { script: link(context, '/dia-chi-cu.js'), base: context.settings.base, shards: shardCount(all) },
  };
}
