import { decodedPath, type Redirect } from './site-redirects.ts';

/** Two `map` directives for Caddy and their redirects; to be imported in the site block. */
export function caddyRedirects(redirects: readonly Redirect[]): string {
  const keyed = redirects.map((redirect) => ({ ...redirect, path: decodedPath(redirect) }));
  const withQuery = keyed
    .filter(({ query }) => query !== '')
    .map(({ path, query, to }) => ({ key: `?${query} ${path}`, to }));
  const pathsAlone = keyed.filter(({ query }) => query === '').map(({ path, to }) => ({ key: path, to }));
  return [
    mapDirective('"?{query} {path}"', 'old_address', withQuery),
    mapDirective('{path}', 'old_path', pathsAlone),
    ...['old_address', 'old_path'].map(
      (name) => `@${name} expression \`{${name}} != ""\`\nredir @${name} {${name}} permanent\n`,
    ),
  ].join('');
}

function mapDirective(
  source: string,
  name: string,
  entries: readonly { readonly key: string; readonly to: string }[],
): string {
  const lines = entries
    .filter(({ key, to }) => isPlain(key) && isPlain(to))
    .map(({ key, to }) => `  "${key}" "${to}"\n`);
  return `map ${source} {${name}} {\n${lines.join('')}  default ""\n}\n`;
}

// Addresses with characters special to Caddy are left to the 404 page.
function isPlain(text: string): boolean {
  return !/["`\\{}]/.test(text);
}
