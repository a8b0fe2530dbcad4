import type { OldAddressProps } from '#layouts/components/old-address.ts';
import { shardCount } from '#site/redirects/redirect-table.ts';
import { type Redirect, redirects } from '#site/redirects/redirects.ts';
import { type Desk, link } from './desk.ts';

/** What a page needs to send on who asked for an old address; nothing where no such address can lead to that page. */
export function oldAddressLookup(
  desk: Desk,
  leadsHere: (redirect: Redirect) => boolean,
): { oldAddress?: OldAddressProps } {
  const all = redirects(desk.newsroom, desk.settings);
  if (!all.some(leadsHere)) return {};
  return {
    oldAddress: { script: link(desk, '/dia-chi-cu.js'), base: desk.settings.base, shards: shardCount(all) },
  };
}
