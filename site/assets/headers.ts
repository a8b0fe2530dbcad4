import { createHash } from 'node:crypto';

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The engine that readers without script are offered: their form must be let go to it. */
export const publicEngine = { name: 'Google', action: 'https://www.google.com/search', siteField: 'as_sitesearch' };

/** The content security policy as directives; only the site itself and these two inline pieces may run. */
export function policy(css: string, script: string): readonly (readonly [directive: string, sources: string])[] {
  return [
    ['default-src', "'none'"],
    ['script-src', `'self' ${hashSource(script)}`],
    ['style-src', hashSource(css)],
    ['img-src', "'self'"],
    ['media-src', "'self'"],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['manifest-src', "'self'"],
    ['form-action', `'self' ${new URL(publicEngine.action).origin}`],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
  ];
}

/** The policy of an article that a reader saves: its style, the pictures in it, nothing else. */
export function savedPolicy(css: string): string {
  return `default-src 'none'; style-src ${hashSource(css)}; img-src data:; base-uri 'none'; form-action 'none'`;
}

/**
 * The policy of a page that is read from a disk: pictures and style beside it, fonts in that style, nothing that runs.
 * By the standard a file has no 'self', though Chromium gives it one; that source is for a copy on the server of an office.
 */
export const offlinePolicy =
  "default-src 'none'; style-src 'self' file:; img-src 'self' file:; media-src 'self' file:; font-src data:; base-uri 'none'; form-action 'none'";

/** Directives that count only in a header (CSP3 §3.3): a meta element with them makes browsers log an error. */
const headerOnly = new Set(['frame-ancestors', 'report-to', 'report-uri', 'sandbox']);

/** The policy as the text of a header or of a meta element. */
export function policyText(directives: ReturnType<typeof policy>, where: 'header' | 'meta'): string {
  return directives
    .filter(([directive]) => where === 'header' || !headerOnly.has(directive))
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** A path pattern, where `*` at the end stands for anything, and the headers sent for it. */
export interface PathHeaders {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The response headers of the site by path pattern: the one table every host's file is made from. */
export function headers(directives: ReturnType<typeof policy>, noindex: boolean): readonly PathHeaders[] {
  return [
    {
      path: '/*',
      headers: [
        ['Content-Security-Policy', policyText(directives, 'header')],
        ['X-Content-Type-Options', 'nosniff'],
        ['X-Frame-Options', 'DENY'],
        ['Referrer-Policy', 'strict-origin-when-cross-origin'],
        ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()'],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
        ['Cross-Origin-Resource-Policy', 'cross-origin'],
        ['Strict-Transport-Security', 'max-age=31536000'],
        ...(noindex ? ([['X-Robots-Tag', 'noindex']] as const) : []),
      ],
    },
    { path: '/hinh-anh/*', headers: [['Cache-Control', 'public, max-age=31536000, immutable']] },
    // Asked for with the version of their part of the index, yet for a day only: where a deploy puts in one file after the
    // other, a reader may have been given one of the version before.
    { path: '/tim-kiem/muc-luc/nam-*', headers: [['Cache-Control', 'public, max-age=86400']] },
    // A reader's browser must learn at once that the worker is another one, or that it should go.
    { path: '/sw.js', headers: [['Cache-Control', 'no-cache']] },
    { path: '/chu/*', headers: [['Cache-Control', 'public, max-age=2592000']] },
  ];
}

/** The table in the `_headers` form of Cloudflare Pages and Netlify. */
export function headersFile(table: readonly PathHeaders[]): string {
  return table
    .map(({ path, headers: list }) => `${path}\n${list.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('\n');
}

/** The table of a `_headers` file: what `headersFile` wrote. */
export function parseHeadersFile(text: string): PathHeaders[] {
  const table: { path: string; headers: [name: string, value: string][] }[] = [];
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) table.at(-1)?.headers.push([name, value]);
    else if (line.startsWith('/')) table.push({ path: line.trim(), headers: [] });
  }
  return table;
}

/** The headers of a path; where several patterns give one, the last counts. */
export function headersFor(table: readonly PathHeaders[], path: string): readonly (readonly [string, string])[] {
  return table.filter((entry) => matches(entry.path, path)).flatMap((entry) => entry.headers);
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
