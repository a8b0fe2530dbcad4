import { articleAddress } from '#news/address.ts';
import { parseOldAddresses } from '#news/parse-old-addresses.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import type { Settings } from '#site/settings.ts';

/** An old address as browsers request it, and its new address; both include the path of SITE_URL. */
export interface Redirect {
  /** "/Default.aspx", percent-encoded */
  readonly path: string;
  /** "id=1234&cat=5", percent-encoded; "" matches any query. */
  readonly query: string;
  readonly to: string;
  /** The normalized form of all its spellings, without the path of SITE_URL. */
  readonly key: string;
}

/** The old addresses of all visible and withdrawn articles. */
export function siteRedirects({ articles, withdrawn }: VisibleContent, { base }: Pick<Settings, 'base'>): Redirect[] {
  return [...articles, ...withdrawn].flatMap(({ slug, oldUrls }) =>
    parseOldAddresses(oldUrls).flatMap(({ pathname, search, key }) => {
      // nginx would read "$" as the start of a variable.
      const to = base.replaceAll('$', '%24') + articleAddress(slug);
      return key === undefined ? [] : [{ path: base + pathname, query: search.slice(1), to, key }];
    }),
  );
}

/** The percent-decoded path, for servers that match it decoded. */
export function decodedPath({ path }: Pick<Redirect, 'path'>): string {
  return decodeURIComponent(path);
}
