import { decodedPath, type Redirect } from './redirects.ts';

/** Two maps for Caddy and what they lead to; to be imported in the block of the site. */
export function caddyRedirects(redirects: readonly Redirect[]): string {
  const keyed = redirects.map((redirect) => ({ ...redirect, path: decodedPath(redirect) }));
  const withQuery = keyed
    .filter(({ query }) => query !== '')
    .map(({ path, query, to }) => ({ key: `?${query} ${path}`, to }));
  const pathsAlone = keyed.filter(({ query }) => query === '').map(({ path, to }) => ({ key: path, to }));
  return [
    map('"?{query} {path}"', 'old_address', withQuery),
    map('{path}', 'old_path', pathsAlone),
    ...['old_address', 'old_path'].map(
      (name) => `@${name} expression \`{${name}} != ""\`\nredir @${name} {${name}} permanent\n`,
    ),
  ].join('');
}

function map(source: string, name: string, entries: readonly { readonly key: string; readonly to: string }[]): string {
  const lines = entries
    .filter(({ key, to }) => isPlain(key) && isPlain(to))
    .map(({ key, to }) => `  "${key}" "${to}"\n`);
  return `map ${source} {${name}} {\n${lines.join('')}  default ""\n}\n`;
}

// What Caddy would read as more than letters is left to the page that is shown for what is not found.
function isPlain(text: string): boolean {
  return !/["`\\{}]/.test(text);
}
