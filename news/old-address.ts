/** What readers were brought with rather than asked for; shared links get it added to them. */
const tracking = /^(utm_\w+|fbclid|gclid|zarsrc)$/;

/**
 * What makes two spellings of an address one: encoding, case, the order of its parameters, a slash or index.html at the
 * end and what networks add aside. "/Default.aspx?id=5&cat=%31" → "/default.aspx?cat=1&id=5"; undefined for no UTF-8.
 */
export function oldAddressKey(path: string, query: string): string | undefined {
  try {
    const folders = path.split('/').map((name) => encodeURIComponent(folded(decodeURIComponent(name))));
    const parameters = [...new URLSearchParams(query)]
      .map(([name, value]) => [folded(name), folded(value)])
      .filter(([name = '']) => !tracking.test(name))
      .map((pair) => pair.map(encodeURIComponent).join('='));
    const place = folders.join('/').replace(/\/(index\.html?)?$/, '');
    return parameters.length > 0 ? `${place}?${parameters.sort().join('&')}` : place;
  } catch {
    return undefined;
  }
}

/** The old addresses that may answer for a requested one: itself, then its path, whatever is asked of it. */
export function oldAddressKeys(path: string, query: string): string[] {
  const keys = [oldAddressKey(path, query), oldAddressKey(path, '')];
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** Which of a number of parts of the table a key is in. */
export function shardOf(key: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % shards;
}

/** Where the table of old addresses lies. */
export const oldAddressesFolder = '/dia-chi-cu/';

// Only ASCII, as servers do it that take no notice of case.
function folded(text: string): string {
  return text.normalize('NFC').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether every server can be asked for an address as an editor wrote it: "/Default.aspx?id=1234". */
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

/** What is to be written of an address that was copied from its domain on, or with more than servers are asked for; undefined where nobody can tell. */
export function oldAddressOf(copied: string): string | undefined {
  const [address = ''] = copied.replace(/^(https?:)?\/\/[^/?#]*/i, '').split('#');
  const written = address.replaceAll(' ', '%20');
  return isOldAddress(written) ? written : undefined;
}
