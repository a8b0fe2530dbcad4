import { decodedPath, type Redirect } from './site-redirects.ts';

/** Two maps for nginx that set `$old_address` to the new address of a request; to be included in `http`. */
export function nginxRedirects(redirects: readonly Redirect[]): string {
  const keyed = redirects.map((redirect) => ({ ...redirect, path: decodedPath(redirect) }));
  const withQuery = keyed.filter(({ query }) => query !== '').map(({ path, query, to }) => [`?${query} ${path}`, to]);
  const pathsAlone = keyed.filter(({ query }) => query === '').map(({ path, to }) => [path, to]);
  const longestKey = Math.max(0, ...[...withQuery, ...pathsAlone].map(([key = '']) => Buffer.byteLength(key)));
  return `map_hash_max_size ${powerOfTwo(Math.max(2048, 2 * redirects.length))};
map_hash_bucket_size ${powerOfTwo(Math.max(128, 2 * longestKey + 64))};
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

function powerOfTwo(minimum: number): number {
  return 2 ** Math.ceil(Math.log2(minimum));
}
