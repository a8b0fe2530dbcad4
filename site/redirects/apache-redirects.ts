import { decodedPath, type Redirect } from './site-redirects.ts';

/** The `.htaccess` of the site folder, for Apache and compatible servers. */
export function apacheRedirects(redirects: readonly Redirect[], base: string): string {
  const ordered = [...redirects].sort((a, b) => Number(a.query === '') - Number(b.query === ''));
  return `ErrorDocument 404 ${base}/404.html
<IfModule mod_rewrite.c>
RewriteEngine On
${ordered.map((redirect) => rewriteRule(redirect, base)).join('')}</IfModule>
`;
}

function rewriteRule(redirect: Redirect, base: string): string {
  const condition = redirect.query && `RewriteCond %{QUERY_STRING} "=${redirect.query}" [NC]\n`;
  const pattern = escapedPattern(decodedPath(redirect).slice(decodeURIComponent(base).length + 1));
  return `${condition}RewriteRule "^${pattern}$" "${redirect.to.replace(/[%$\\"]/g, '\\$&')}" [R=301,L,NE,NC,QSD]\n`;
}

/** A pattern for exactly these bytes; characters special to the file or to regular expressions are hex escapes. */
function escapedPattern(text: string): string {
  return text.replace(/[^\w/-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}
