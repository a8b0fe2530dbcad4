import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOldAddress, oldAddressKey, oldAddressKeys, oldAddressShard } from '#news/old-address.ts';
import { apacheRedirects } from '#site/redirects/apache-redirects.ts';
import { cloudflareRedirects, maxPathRules, netlifyRedirects } from '#site/redirects/cloudflare-redirects.ts';
import { oldAddressShardCount, redirectTable } from '#site/redirects/redirect-table.ts';
import type { Redirect } from '#site/redirects/site-redirects.ts';
import { anyOldAddress, possibleLocations, redirectsFor, requestTarget } from '#tests/old-addresses.ts';

describe('an old address', () => {
  test.each([
    ['/Default.aspx?id=1234&cat=5', '/default.aspx?CAT=5&id=%31234'],
    ['/tin-cu.html', '/tin-cu.html?utm_source=zalo&fbclid=x&zarsrc=30'],
    ['/tin/', '/tin/index.html'],
    ['/bài/', '/b%C3%A0i'],
    ['/?p=12', '/index.htm?P=12'],
    ['/a?q=h%E1%BB%99i+ngh%E1%BB%8B', '/a?q=hội%20nghị'],
  ])('%s has the same key as %s', (one, other) => {
    const [first, second] = [one, other].map((address) => {
      const { pathname, search } = new URL(address, 'http://localhost');
      return oldAddressKey(pathname, search);
    });
    expect(second).toBe(first);
  });

  test.each([
    ['/a?id=1', '/a?id=2'],
    ['/a?id=1', '/a?id=1&cat=5'],
    ['/a?b=1%26c=2', '/a?b=1&c=2'],
    ['/a%3Fid=1', '/a?id=1'],
  ])('%s has another key than %s', (one, other) => {
    const key = (address: string) => oldAddressKey(...(address.split('?') as [string, string]));
    expect(key(one)).not.toBe(key(other));
  });

  test.each(['//a', 'a', '/a b', '/a#b', '/a\\b', '/%', '/%ff', '/a%0ab', '/a/../b', '/%2e%2e/b', '/a%2Fb', '/a%5Cb'])(
    '%s is not accepted',
    (written) => expect(isOldAddress(written)).toBe(false),
  );
});

/** Simulates a host with its redirect file: the redirect target of a request. */
type Host = (redirects: readonly Redirect[], base: string) => (request: string) => string | undefined;

const split = (request: string) => [request.replace(/\?.*/s, ''), /\?(.*)/s.exec(request)?.[1] ?? ''] as const;

/** Parses a `_redirects` file as documented by its hosts. Throws at an invalid line. */
function parseRules(file: string) {
  return file.split(/\r?\n/).flatMap((line) => {
    if (line === '') return [];
    const words = line.split(/\s+/);
    const to = words.findIndex((word, index) => index > 0 && word.startsWith('/'));
    const [path = '', status] = [words[0], words[to + 1]];
    if (to < 1 || words.length !== to + 2 || !/^301!?$/.test(status ?? '') || /[*]|\/:/.test(path))
      throw new Error(`No rule: ${line}`);
    return [{ path, parameters: words.slice(1, to), to: words[to], force: status === '301!' }];
  });
}

const pages: Host = (redirects) => {
  const rules = parseRules(cloudflareRedirects(redirects));
  return (request) => rules.find(({ path }) => path === split(request)[0])?.to;
};

const netlify: Host = (redirects) => {
  const rules = parseRules(netlifyRedirects(redirects));
  return (request) => {
    const [path, query] = split(request);
    const asked = query.split('&').sort().join('&');
    return rules.find(
      (rule) => rule.path === path && (rule.parameters.length === 0 || rule.parameters.sort().join('&') === asked),
    )?.to;
  };
};

const apache: Host = (redirects, base) => {
  const lines = apacheRedirects(redirects, base).split('\n');
  const rules = lines.flatMap((line, index) => {
    const [, pattern, to] = /^RewriteRule "(\^[ -~]*\$)" "([^"]*)" \[R=301,L,NE,NC,QSD\]$/.exec(line) ?? [];
    const [, query] = /^RewriteCond %\{QUERY_STRING\} "=([^"\\]*)" \[NC\]$/.exec(lines[index - 1] ?? '') ?? [];
    return pattern === undefined || to === undefined
      ? []
      : [{ pattern: new RegExp(pattern, 'i'), query: query?.toLowerCase(), to: to.replace(/\\(.)/g, '$1') }];
  });
  expect(rules).toHaveLength(redirects.length);
  return (request) => {
    const [path, query] = split(request);
    const bytes = Buffer.from(decodeURIComponent(path).slice(decodeURIComponent(base).length + 1)).toString('latin1');
    return rules.find(
      (rule) => rule.pattern.test(bytes) && (rule.query === undefined || rule.query === query.toLowerCase()),
    )?.to;
  };
};

const table: Host = (redirects, base) => {
  const shards = redirectTable(redirects).map(({ bytes }) => JSON.parse(bytes));
  return (request) => {
    const [path, query] = split(request);
    return oldAddressKeys(path.slice(base.length), query)
      .map((key) => shards[oldAddressShard(key, shards.length)]?.[key])
      .find((to) => to !== undefined);
  };
};

describe.each([
  ['Cloudflare Pages', pages],
  ['Netlify', netlify],
  ['Apache', apache],
  ['the table', table],
])('redirects for %s', (name, host) => {
  test.each(['', '/kho', '/h%E1%BB%99i$1'])('below “%s”, every request leads to its article or nowhere', (base) => {
    fc.assert(
      fc.property(
        fc.array(anyOldAddress, { maxLength: 12 }),
        fc.array(anyOldAddress, { maxLength: 12 }),
        (old, more) => {
          const all = redirectsFor(old, base);
          const answer = host(all, base);
          for (const request of [...all.map(requestTarget), ...redirectsFor(more, base).map(requestTarget)])
            expect(possibleLocations(all, request, base), request).toContain(answer(request));
          if (name === 'Apache' || name === 'the table')
            for (const redirect of all) expect(answer(requestTarget(redirect))).toBe(redirect.to);
        },
      ),
    );
  });
});

test('every host redirects the real addresses of old sites that it supports', () => {
  const all = redirectsFor(['/Default.aspx?id=1234&cat=5', '/index.php/tin-tuc/12-hoi-nghi', '/?p=12', '/tin/cu.html']);
  const answers = (host: Host) => all.map((redirect) => host(all, '')(requestTarget(redirect)));
  const expected = all.map(({ to }) => to);
  expect([answers(netlify), answers(apache), answers(table)]).toEqual([expected, expected, expected]);
  expect(answers(pages)).toEqual([undefined, expected[1], undefined, expected[3]]);
});

test('Cloudflare gets at most its limit of rules, first those for addresses without a redirect page', () => {
  const withPage = Array.from({ length: 1_500 }, (_, number) => `/tin/${number}.html`);
  const withoutPage = Array.from({ length: 1_500 }, (_, number) => `/tin/${number}.aspx`);
  const rules = parseRules(cloudflareRedirects(redirectsFor([...withPage, ...withoutPage])));
  expect(rules).toHaveLength(maxPathRules);
  expect(rules.filter(({ path }) => path.endsWith('.aspx'))).toHaveLength(1_500);
});

test('with ten thousand old addresses, a reader downloads a few kilobytes', () => {
  const all = redirectsFor(Array.from({ length: 10_000 }, (_, number) => `/Default.aspx?id=${number}`));
  const parts = redirectTable(all);
  expect(parts).toHaveLength(256);
  expect(oldAddressShardCount(all)).toBe(256);
  expect(Math.max(...parts.map(({ bytes }) => bytes.length))).toBeLessThan(6_000);
  expect(redirectTable([])).toEqual([]);
});
