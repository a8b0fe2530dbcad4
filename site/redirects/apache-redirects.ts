import { decodedPath, type Redirect } from './redirects.ts';

/** What Apache, and what reads it like Apache, takes as the `.htaccess` of the folder of the site. */
export function apacheRedirects(redirects: readonly Redirect[], base: string): string {
  const ordered = [...redirects].sort((a, b) => Number(a.query === '') - Number(b.query === ''));
  return `ErrorDocument 404 ${base}/404.html
<IfModule mod_rewrite.c>
RewriteEngine On
${ordered.map((redirect) => rule(redirect, base)).join('')}</IfModule>
`;
}

function rule(redirect: Redirect, base: string): string {
  const condition = redirect.query && `RewriteCond %{QUERY_STRING} "=${redirect.query}" [NC]\n`;
  const pattern = exactly(decodedPath(redirect).slice(decodeURIComponent(base).length + 1));
  return `${condition}RewriteRule "^${pattern}$" "${redirect.to.replace(/[%$\\"]/g, '\\$&')}" [R=301,L,NE,NC,QSD]\n`;
}

/** A pattern of these bytes and no others; with no character in it that the file or the pattern could read otherwise. */
function exactly(text: string): string {
  return text.replace(/[^\w/-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}
