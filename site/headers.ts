import { createHash } from 'node:crypto';

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The content security policy as directives; only the site itself and these two inline pieces may run. */
export function policy(css: string, script: string): readonly (readonly [directive: string, sources: string])[] {
  return [
    ['default-src', "'none'"],
    ['script-src', `'self' ${hashSource(script)}`],
    ['style-src', hashSource(css)],
    ['img-src', "'self'"],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['manifest-src', "'self'"],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
  ];
}

/** Directives that count only in a header (CSP3 §3.3): a meta element with them makes browsers log an error. */
const headerOnly = new Set(['frame-ancestors', 'report-to', 'report-uri', 'sandbox']);

/** The policy as the text of a header or of a meta element. */
export function policyText(directives: ReturnType<typeof policy>, where: 'header' | 'meta'): string {
  return directives
    .filter(([directive]) => where === 'header' || !headerOnly.has(directive))
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** The response headers of the site by path pattern: the one table every host's file is made from. */
export function headers(
  directives: ReturnType<typeof policy>,
  noindex: boolean,
): readonly { readonly path: string; readonly headers: readonly (readonly [string, string])[] }[] {
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
        ['Cross-Origin-Resource-Policy', 'same-origin'],
        ['Strict-Transport-Security', 'max-age=31536000'],
        ...(noindex ? ([['X-Robots-Tag', 'noindex']] as const) : []),
      ],
    },
    { path: '/hinh-anh/*', headers: [['Cache-Control', 'public, max-age=31536000, immutable']] },
    { path: '/chu/*', headers: [['Cache-Control', 'public, max-age=2592000']] },
  ];
}

/** The table in the `_headers` form of Cloudflare Pages and Netlify. */
export function headersFile(table: ReturnType<typeof headers>): string {
  return table
    .map(({ path, headers: list }) => `${path}\n${list.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('\n');
}
