import { hasPage } from './moved-page.ts';
import type { Redirect } from './redirects.ts';

/** Cloudflare takes no more rules that name one path each. */
export const mostPathRules = 2_000;
const longestRule = 1_000;

/** The old addresses that a rule of a path alone can answer for. */
export function pathRules(redirects: readonly Redirect[]): string[] {
  return redirects
    .filter(({ path, query }) => query === '' && isPlain(path))
    .sort((a, b) => Number(hasPage(a.path)) - Number(hasPage(b.path)))
    .map(({ path, to }) => `${path} ${to} 301\n`)
    .filter((rule) => rule.length <= longestRule);
}

/** `_redirects` as Cloudflare reads it, which matches paths alone: those first that no page stands at. */
export function pagesRedirects(redirects: readonly Redirect[]): string {
  return pathRules(redirects).slice(0, mostPathRules).join('');
}

/** `_redirects` as Netlify reads it: queries too, whatever page stands at their path. */
export function netlifyRedirects(redirects: readonly Redirect[]): string {
  const withQuery = redirects.flatMap(({ path, query, to }) => {
    const parameters = query.split('&');
    const names = parameters.map((parameter) => parameter.split('=')[0]);
    const plain = parameters.every((parameter) => /^[\w.~-]+=[\w.~-]+$/.test(parameter));
    return plain && new Set(names).size === names.length && isPlain(path)
      ? [`${path} ${parameters.join(' ')} ${to} 301!\n`]
      : [];
  });
  return [...withQuery, ...pathRules(redirects)].join('');
}

// What means more than itself in a rule ("*", ":name") is left to the page that is shown for what is not found.
function isPlain(path: string): boolean {
  return /^\/[\w./~%-]*$/.test(path);
}
