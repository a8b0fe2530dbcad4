import { hasRedirectPage } from './has-redirect-page.ts';
import type { Redirect } from './site-redirects.ts';

/** Cloudflare Pages: the maximum number of static redirects. */
export const maxPathRules = 2_000;
const maxRuleLength = 1_000;

/** Rules for the old addresses without a query; those without a redirect page first. */
export function pathRules(redirects: readonly Redirect[]): string[] {
  return redirects
    .filter(({ path, query }) => query === '' && isPlainPath(path))
    .sort((a, b) => Number(hasRedirectPage(a.path)) - Number(hasRedirectPage(b.path)))
    .map(({ path, to }) => `${path} ${to} 301\n`)
    .filter((rule) => rule.length <= maxRuleLength);
}

/** `_redirects` for Cloudflare Pages, which matches paths only: first those without a redirect page. */
export function cloudflareRedirects(redirects: readonly Redirect[]): string {
  return pathRules(redirects).slice(0, maxPathRules).join('');
}

/** `_redirects` for Netlify: also with queries, even if the path has a page. */
export function netlifyRedirects(redirects: readonly Redirect[]): string {
  const withQuery = redirects.flatMap(({ path, query, to }) => {
    const parameters = query.split('&');
    const names = parameters.map((parameter) => parameter.split('=')[0]);
    const isPlainQuery = parameters.every((parameter) => /^[\w.~-]+=[\w.~-]+$/.test(parameter));
    return isPlainQuery && new Set(names).size === names.length && isPlainPath(path)
      ? [`${path} ${parameters.join(' ')} ${to} 301!\n`]
      : [];
  });
  return [...withQuery, ...pathRules(redirects)].join('');
}

// Paths with wildcards or placeholders ("*", ":name") are left to the 404 page.
function isPlainPath(path: string): boolean {
  return /^\/[\w./~%-]*$/.test(path);
}
