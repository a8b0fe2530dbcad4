import { oldAddressKey } from './old-address.ts';

/** An old address that an editor wrote, taken apart as browsers do it, with what its spellings share, whole and without query. */
export interface WrittenAddress {
  readonly pathname: string;
  readonly search: string;
  readonly key: string | undefined;
  readonly pathKey: string | undefined;
}

const takenApart = new Map<string, WrittenAddress>();

/** What an editor wrote under `oldUrls`; of each the very same, for it is asked several times at every build. */
export function writtenAddress(oldUrl: string): WrittenAddress {
  const known = takenApart.get(oldUrl);
  if (known) return known;
  const { pathname, search } = new URL(oldUrl, 'http://localhost');
  const made = { pathname, search, key: oldAddressKey(pathname, search), pathKey: oldAddressKey(pathname, '') };
  takenApart.set(oldUrl, made);
  return made;
}
