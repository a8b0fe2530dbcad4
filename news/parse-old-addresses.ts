import { memoizeByObject } from './memoize-by-object.ts';
import { oldAddressKey } from './old-address.ts';

/** An old address, parsed as browsers do, with its lookup keys: with and without its query. */
interface ParsedOldAddress {
  readonly oldUrl: string;
  readonly pathname: string;
  readonly search: string;
  readonly key: string | undefined;
  readonly pathKey: string | undefined;
}

/** Parses the `oldUrls` of an article. Memoized by array: each build needs every address several times. */
export const parseOldAddresses = memoizeByObject((oldUrls: readonly string[]): readonly ParsedOldAddress[] =>
  oldUrls.map((oldUrl) => {
    const { pathname, search } = new URL(oldUrl, 'http://localhost');
    return { oldUrl, pathname, search, key: oldAddressKey(pathname, search), pathKey: oldAddressKey(pathname, '') };
  }),
);
