import { decodedPath, type Redirect } from './redirects.ts';

/** Two maps for nginx that give `$old_address` where a request is for one; to be included in `http`. */
export function nginxRedirects(redirects: readonly Redirect[]): string {
  const keyed = redirects.map((redirect) => ({ ...redirect, path: decodedPath(redirect) }));
  const withQuery = keyed.filter(({ query }) => query !== '').map(({ path, query, to }) => [`?${query} ${path}`, to]);
  const pathsAlone = keyed.filter(({ query }) => query === '').map(({ path, to }) => [path, to]);
  const longest = Math.max(0, ...[...withQuery, ...pathsAlone].map(([key = '']) => Buffer.byteLength(key)));
  return `map_hash_max_size ${powerOfTwo(Math.max(2048, 2 * redirects.length))};
map_hash_bucket_size ${powerOfTwo(Math.max(128, 2 * longest + 64))};
map $uri $old_path {
  default "";
${pathsAlone.map(([key = '', to = '']) => `  ${quoted(key)} ${quoted(to)};\n`).join('')}}
map "?$args $uri" $old_address {
  default $old_path;
${withQuery.map(([key = '', to = '']) => `  ${quoted(key)} ${quoted(to)};\n`).join('')}}
`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(least));
}
