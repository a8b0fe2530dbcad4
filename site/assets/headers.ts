import { createHash } from 'node:crypto';
import { deskAddress } from '#news/address.ts';

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The search engine for readers without JavaScript; `form-action` must allow it. */
export const fallbackSearchEngine = {
  name: 'Google',
  action: 'https://www.google.com/search',
  siteField: 'as_sitesearch',
};

/** A directive of a policy, and the sources that only a header needs. */
type Directive = readonly [name: string, sources: string, headerSources?: string | undefined];

/**
 * The Content-Security-Policy of pages with these styles as directives; the styles and this script are the only inline
 * code. The header is also sent with the drawings of categories, and some browsers apply it to their style.
 */
export function contentSecurityPolicy(
  styles: readonly string[],
  script: string,
  drawingStyle?: string,
): readonly Directive[] {
  return [
    ['default-src', "'none'"],
    ['script-src', `'self' ${hashSource(script)}`],
    ['style-src', styles.map(hashSource).join(' '), drawingStyle && hashSource(drawingStyle)],
    ['img-src', "'self'"],
    ['media-src', "'self'"],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['manifest-src', "'self'"],
    ['form-action', `'self' ${new URL(fallbackSearchEngine.action).origin}`],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
  ];
}

/** The policy of an article that a reader saved as a file: only its inline style and pictures are allowed. */
export function savedArticlePolicy(css: string): string {
  return `default-src 'none'; style-src ${hashSource(css)}; img-src data:; base-uri 'none'; form-action 'none'`;
}

/**
 * The policy of a page read from disk: local pictures and styles, fonts inlined in a style, no scripts. By the standard
 * 'self' matches no file: URL, though it does in Chromium; 'self' is for a copy on an office server.
 */
export const offlineCopyPolicy =
  "default-src 'none'; style-src 'self' file:; img-src 'self' file:; media-src 'self' file:; font-src data:; base-uri 'none'; form-action 'none'";

/** Directives that are valid only in a header (CSP3 §3.3): in a meta element browsers log an error. */
const headerOnly = new Set(['frame-ancestors', 'report-to', 'report-uri', 'sandbox']);

/** The value of a policy for a header or a meta element. */
export function policyText(directives: readonly Directive[], where: 'header' | 'meta'): string {
  return directives
    .filter(([directive]) => where === 'header' || !headerOnly.has(directive))
    .map(([directive, sources, headerSources]) =>
      [directive, sources, ...(where === 'header' && headerSources ? [headerSources] : [])].join(' '),
    )
    .join('; ');
}

/** A path pattern, which may end in the wildcard `*`, and its response headers. */
export interface PathHeaders {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The media types of feeds (RFC 4287 for Atom) by file name. */
const feedTypes = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};
/** That of the site; of a category; of an author or a tag; of a month. */
const feedFolders = ['/', '/:list/', '/:kind/:list/', '/:kind/:year/:month/'];

interface HeaderOptions {
  readonly noindex: boolean;
  readonly preview?: boolean;
  /** Whether the editors' desk is part of the site. */
  readonly hasDesk?: boolean;
}

/** The response headers of the site by path pattern: the source of every host's configuration. */
export function responseHeaders(
  directives: readonly Directive[],
  { noindex, preview = false, hasDesk = false }: HeaderOptions,
): readonly PathHeaders[] {
  // Browsers enforce every policy that they are sent, and hosts differ in how they take one back for some paths. So where
  // there is a desk, which has its own, the policy of each page is that of its meta element, which is the same.
  const sent = hasDesk ? directives.filter(([name]) => headerOnly.has(name)) : directives;
  return [
    {
      path: '/*',
      headers: [
        ['Content-Security-Policy', policyText(sent, 'header')],
        ['X-Content-Type-Options', 'nosniff'],
        ['X-Frame-Options', 'DENY'],
        ['Referrer-Policy', 'strict-origin-when-cross-origin'],
        ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
        // Other sites may show pictures of articles, but nothing of drafts.
        ['Cross-Origin-Resource-Policy', preview ? 'same-origin' : 'cross-origin'],
        ['Strict-Transport-Security', 'max-age=31536000'],
        ...(noindex ? ([['X-Robots-Tag', 'noindex']] as const) : []),
      ],
    },
    { path: '/hinh-anh/*', headers: [['Cache-Control', 'public, max-age=31536000, immutable']] },
    // Their URL contains a version, but they are cached for a day only: while a deployment replaces one file after
    // another, a reader may get an old file under the new version.
    { path: '/tim-kiem/muc-luc/nam-*', headers: [['Cache-Control', 'public, max-age=86400']] },
    // Browsers must notice a new service worker, or its removal, at once.
    { path: '/sw.js', headers: [['Cache-Control', 'no-cache']] },
    { path: '/chu/*', headers: [['Cache-Control', 'public, max-age=2592000']] },
    ...feedFolders.flatMap((folder) =>
      Object.entries(feedTypes).map(([file, type]) => ({
        path: folder + file,
        headers: [['Content-Type', type]] as const,
      })),
    ),
    ...(hasDesk ? [{ path: `${deskAddress}*`, headers: [['X-Robots-Tag', 'noindex']] as const }] : []),
  ];
}

/** The text of a `_headers` file, the format of Cloudflare Pages and Netlify. */
export function formatHeadersFile(table: readonly PathHeaders[]): string {
  return table
    .map(({ path, headers: pairs }) => `${path}\n${pairs.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('\n');
}

/** The table of a `_headers` file: the inverse of `formatHeadersFile`. */
export function parseHeadersFile(text: string): PathHeaders[] {
  const table: { path: string; headers: [name: string, value: string][] }[] = [];
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) table.at(-1)?.headers.push([name, value]);
    else if (line.startsWith('/')) table.push({ path: line.trim(), headers: [] });
  }
  return table;
}

/** The headers of a path, in the order of the table: of two with the same name the last one counts. */
export function headersFor(table: readonly PathHeaders[], path: string): readonly (readonly [string, string])[] {
  return table.filter((entry) => matches(entry.path, path)).flatMap((entry) => entry.headers);
}

/** A pattern ends with `*`, or it has a `:name` for whole segments of a path. */
function matches(pattern: string, path: string): boolean {
  const [segments, expected] = [path.split('/'), pattern.split('/')];
  if (pattern.includes(':'))
    return (
      segments.length === expected.length && expected.every((part, i) => part.startsWith(':') || part === segments[i])
    );
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
