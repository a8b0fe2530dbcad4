import type { StaticFile } from '#site/assets/static-file.ts';
import { apacheRedirects } from './apache-redirects.ts';
import { caddyRedirects } from './caddy-redirects.ts';
import { cloudflareRedirects, netlifyRedirects } from './cloudflare-redirects.ts';
import { nginxRedirects } from './nginx-redirects.ts';
import { redirectTable } from './redirect-table.ts';
import type { Redirect } from './site-redirects.ts';

/** The address of each host's redirect file in the built site; our own servers do not serve these files. */
export const redirectFileAddresses = {
  pages: '/_redirects',
  netlify: '/_redirects.netlify',
  nginx: '/_redirects.nginx',
  caddy: '/_redirects.caddy',
  apache: '/_redirects.htaccess',
} as const;

/** The redirect files of all hosts, even if empty, as configurations name them; and a table for other hosts. */
export function redirectFiles(redirects: readonly Redirect[], base: string): StaticFile[] {
  const bytes: Record<keyof typeof redirectFileAddresses, string> = {
    pages: cloudflareRedirects(redirects),
    netlify: netlifyRedirects(redirects),
    nginx: nginxRedirects(redirects),
    caddy: caddyRedirects(redirects),
    apache: apacheRedirects(redirects, base),
  };
  return [
    ...Object.entries(redirectFileAddresses).map(([host, address]) => ({
      address,
      bytes: bytes[host as keyof typeof redirectFileAddresses],
    })),
    ...redirectTable(redirects),
  ].map((file) => ({ ...file, source: 'oldUrls' }));
}
