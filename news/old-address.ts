/** Tracking parameters, which social networks add to shared links. */
const trackingParameter = /^(utm_\w+|fbclid|gclid|zarsrc)$/;

/**
 * A key that is equal for all spellings of an address: it ignores encoding, case, the order of parameters, a slash or
 * index.html at the end, and tracking parameters. "/Default.aspx?id=5&cat=%31" → "/default.aspx?cat=1&id=5"; undefined
 * when the address is not UTF-8.
 */
export function oldAddressKey(path: string, query: string): string | undefined {
  try {
    const folders = path.split('/').map((name) => encodeURIComponent(foldCase(decodeURIComponent(name))));
    const parameters = [...new URLSearchParams(query)]
      .map(([name, value]) => [foldCase(name), foldCase(value)])
      .filter(([name = '']) => !trackingParameter.test(name))
      .map((pair) => pair.map(encodeURIComponent).join('='));
    const key = folders.join('/').replace(/\/(index\.html?)?$/, '');
    return parameters.length > 0 ? `${key}?${parameters.sort().join('&')}` : key;
  } catch {
    return undefined;
  }
}

/** The keys under which to look up a requested address, in order: with its query, then its path alone. */
export function oldAddressKeys(path: string, query: string): string[] {
  const keys = [oldAddressKey(path, query), oldAddressKey(path, '')];
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** The shard of the table that holds a key: its FNV-1a hash modulo the number of shards. */
export function oldAddressShard(key: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % shards;
}

/** The folder of the table of old addresses. */
export const oldAddressesFolder = '/dia-chi-cu/';

// Only ASCII, like servers that ignore case.
function foldCase(text: string): string {
  return text.normalize('NFC').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether an address written by an editor is valid in a request to any server: "/Default.aspx?id=1234". */
export function isOldAddress(written: string): boolean {
  const [path = ''] = written.split('?');
  if (!/^\/(?!\/)[^\s#\\]{0,999}$/.test(written) || /[^/]{200}/.test(path)) return false;
  try {
    return path
      .split('/')
      .map(decodeURIComponent)
      .every((name) => !/^\.{1,2}$|[/\\\p{Cc}]/u.test(name));
  } catch {
    return false;
  }
}

/** The valid form of an address that was copied with its domain, fragment or spaces; undefined when there is none. */
export function suggestedOldAddress(copied: string): string | undefined {
  const [address = ''] = copied.replace(/^(https?:)?\/\/[^/?#]*/i, '').split('#');
  const written = address.replaceAll(' ', '%20');
  return isOldAddress(written) ? written : undefined;
}
