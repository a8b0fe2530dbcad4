import { articleAddress } from '#news/address.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { writtenAddress } from '#news/written-address.ts';
import type { Settings } from '#site/settings.ts';

/** An old address as browsers ask for it, and where it leads; both below the path of SITE_URL. */
export interface Redirect {
  /** "/Default.aspx", percent-encoded */
  readonly path: string;
  /** "id=1234&cat=5", percent-encoded; "" where the path alone is the address, whatever is asked of it. */
  readonly query: string;
  readonly to: string;
  /** What all spellings of it share, without the path of SITE_URL. */
  readonly key: string;
}

/** Every old address of what readers can open. */
export function redirects({ articles, withdrawn }: Newsroom, { base }: Pick<Settings, 'base'>): Redirect[] {
  return [...articles, ...withdrawn].flatMap(({ slug, oldUrls }) =>
    oldUrls.flatMap((oldUrl) => {
      const { pathname, search, key } = writtenAddress(oldUrl);
      // What nginx would take for a variable.
      const to = base.replaceAll('$', '%24') + articleAddress(slug);
      return key === undefined ? [] : [{ path: base + pathname, query: search.slice(1), to, key }];
    }),
  );
}

/** A path as servers see it that decode it first. */
export function decodedPath({ path }: Pick<Redirect, 'path'>): string {
  return decodeURIComponent(path);
}
