import { oldAddressKey } from './old-address.ts';

/** An old address, parsed as browsers do, with its lookup keys: with and without its query. */
export interface ParsedOldAddress {
  readonly pathname: string;
  readonly search: string;
  readonly key: string | undefined;
  readonly pathKey: string | undefined;
}

const cache = new Map<string, ParsedOldAddress>();

/** Parses an address of `oldUrls`. Cached: each build needs every address several times. */
export function parseOldAddress(oldUrl: string): ParsedOldAddress {
  const cached = cache.get(oldUrl);
  if (cached) return cached;
  const { pathname, search } = new URL(oldUrl, 'http://localhost');
  const parsed = { pathname, search, key: oldAddressKey(pathname, search), pathKey: oldAddressKey(pathname, '') };
  cache.set(oldUrl, parsed);
  return parsed;
}
