import { expect, test } from 'vitest';
import type { VisibleContent } from '#news/visible-content.ts';
import { caddyRedirects } from '#site/redirects/caddy-redirects.ts';
import { nginxRedirects } from '#site/redirects/nginx-redirects.ts';
import { type Redirect, siteRedirects } from '#site/redirects/site-redirects.ts';

const redirect = (path: string, to = '/bai-viet/a/'): Redirect => ({ path, query: '', to, key: path });

test('an address with a character that has a meaning in a Caddyfile is left to the 404 page', () => {
  const text = caddyRedirects(
    ['/a{env.SECRET}', '/a"b', '/a`b', '/a%5Cb', '/a}b'].map((path) => redirect(path)).concat(redirect('/cu.html')),
  );
  expect(text).toContain('"/cu.html" "/bai-viet/a/"');
  expect(text.match(/^ {2}"\//gm)).toHaveLength(1);
});

test('in the file for nginx quotes and backslashes are escaped', () => {
  expect(nginxRedirects([redirect('/a%22b%5Cc')])).toContain('"/a\\"b\\\\c" "/bai-viet/a/";');
});

test('a “$” in the path of SITE_URL is no variable of nginx', () => {
  const article = { slug: 'a', oldUrls: ['/cu.html'] };
  const content = { articles: [article], withdrawn: [] } as unknown as VisibleContent;
  expect(siteRedirects(content, { base: '/ho$i' })[0]?.to).toBe('/ho%24i/bai-viet/a/');
});
