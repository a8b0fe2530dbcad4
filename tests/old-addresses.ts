import fc from 'fast-check';
import { isOldAddress, oldAddressKey, oldAddressKeys } from '#news/old-address.ts';
import { type Redirect, redirects } from '#site/redirects/redirects.ts';

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
const snares = [
  ...['"', "'", '%22', '%27', ';', '{', '}', '$', '$uri', `\${args}`, '`', '<', '>', '|', '^', '[', ']', '(', ')'],
  ...['*', ':splat', '~', '~*', '!', '@', ',', '%7B', '%24', '%5B', 'default', 'include', 'hostnames', '{path}'],
  ...['{$HOME}', '%{REQUEST_URI}', '%1', '\\', '%5C', '%00', '%0a', '%0D', '..', '%2e%2e', '%2F', '%zz', '#'],
];
const word = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...letters) }, fc.constantFrom(...snares)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''));
const path = fc.array(word, { maxLength: 3 }).map((names) => `/${names.join('/')}`);
const query = fc.array(fc.tuple(word, fc.option(word, { nil: undefined })), { maxLength: 3 }).map((parameters) => {
  const written = parameters.map(([name, value]) => (value === undefined ? name : `${name}=${value}`));
  return written.length > 0 ? `?${written.join('&')}` : '';
});

/** Any old address the check lets pass, full of what some host might take for more than letters. */
export const anyOldAddress: fc.Arbitrary<string> = fc
  .tuple(path, fc.constantFrom('', '/', '.html', '.aspx'), query)
  .map((parts) => parts.join(''))
  .filter(isOldAddress);

/** Old addresses of which no two are one, each of an article of its own. */
export function redirectsOf(written: readonly string[], base = ''): Redirect[] {
  const seen = new Set<string>();
  const articles = written.flatMap((oldUrl, index) => {
    const { pathname, search } = new URL(oldUrl, 'http://localhost');
    const key = oldAddressKey(pathname, search);
    if (!key || seen.has(key)) return [];
    seen.add(key);
    return [{ slug: `bai-${index}`, oldUrls: [oldUrl] }];
  });
  return redirects({ articles, withdrawn: [] } as unknown as Parameters<typeof redirects>[0], { base });
}

/** What is asked for when a browser opens a redirect's old address. */
export function requestOf({ path: asked, query: parameters }: Redirect): string {
  return asked + (parameters && `?${parameters}`);
}

/** Where a request may lead: what it names, what its path names, or nowhere. */
export function mayLeadTo(all: readonly Redirect[], request: string, base = ''): (string | undefined)[] {
  const [asked = '', ...parameters] = request.split('?');
  const keys = oldAddressKeys(asked.slice(base.length), parameters.join('?'));
  return [...keys.map((key) => all.find((redirect) => redirect.key === key)?.to), undefined];
}
