import fc from 'fast-check';
import { isOldAddress, oldAddressKey, oldAddressKeys } from '#news/old-address.ts';
import { type Redirect, siteRedirects } from '#site/redirects/site-redirects.ts';

const letters = [
  'a',
  'B',
  '7',
  '-',
  '.',
  '_',
  'ệ',
  '%E1%BB%87',
  '%c3%80',
  '%20',
  '+',
  'id',
  'Default.aspx',
  'index.php',
];
const specialCharacters = [
  ...['"', "'", '%22', '%27', ';', '{', '}', '$', '$uri', `\${args}`, '`', '<', '>', '|', '^', '[', ']', '(', ')'],
  ...['*', ':splat', '~', '~*', '!', '@', ',', '%7B', '%24', '%5B', 'default', 'include', 'hostnames', '{path}'],
  ...['{$HOME}', '%{REQUEST_URI}', '%1', '\\', '%5C', '%00', '%0a', '%0D', '..', '%2e%2e', '%2F', '%zz', '#'],
];
const word = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...letters) }, fc.constantFrom(...specialCharacters)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''));
const path = fc.array(word, { maxLength: 3 }).map((names) => `/${names.join('/')}`);
const query = fc.array(fc.tuple(word, fc.option(word, { nil: undefined })), { maxLength: 3 }).map((parameters) => {
  const pairs = parameters.map(([name, value]) => (value === undefined ? name : `${name}=${value}`));
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
});

/** An old address that the check accepts, full of characters that some host might interpret. */
export const anyOldAddress: fc.Arbitrary<string> = fc
  .tuple(path, fc.constantFrom('', '/', '.html', '.aspx'), query)
  .map((parts) => parts.join(''))
  .filter(isOldAddress);

/** Redirects of these old addresses without duplicates, each to an article of its own. */
export function redirectsFor(oldAddresses: readonly string[], base = ''): Redirect[] {
  const seen = new Set<string>();
  const articles = oldAddresses.flatMap((oldUrl, index) => {
    const { pathname, search } = new URL(oldUrl, 'http://localhost');
    const key = oldAddressKey(pathname, search);
    if (!key || seen.has(key)) return [];
    seen.add(key);
    return [{ slug: `bai-${index}`, oldUrls: [oldUrl] }];
  });
  return siteRedirects({ articles, withdrawn: [] } as unknown as Parameters<typeof siteRedirects>[0], { base });
}

/** The request target that a browser sends for the old address of a redirect. */
export function requestTarget({ path: pathname, query: parameters }: Redirect): string {
  return pathname + (parameters && `?${parameters}`);
}

/** The locations a request may redirect to: that of its path and query, that of its path alone, or none. */
export function possibleLocations(all: readonly Redirect[], request: string, base = ''): (string | undefined)[] {
  const [pathname = '', ...parameters] = request.split('?');
  const keys = oldAddressKeys(pathname.slice(base.length), parameters.join('?'));
  return [...keys.map((key) => all.find((redirect) => redirect.key === key)?.to), undefined];
}
