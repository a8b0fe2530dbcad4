/** A product that changes pages between the server and the reader. */
interface HostRewrite {
  /** The product, and in Vietnamese how to switch it off. */
  readonly name: string;
  readonly switchOff: string;
  /** What it puts into a page, and what stood there before it. */
  readonly undo: readonly (readonly [pattern: RegExp, original: string | ((...found: string[]) => string)])[];
}

/** Attributes that run no code: with any other the element is not the product's own. */
const harmless = String.raw`(?:\s(?:data-[\w-]+|defer|async|type|integrity|crossorigin|nonce)(?:="[^"]*"|='[^']*')?)*`;

function script(source: string): RegExp {
  return new RegExp(`<script${harmless}\\ssrc=(?:"${source}"|'${source}')${harmless}></script>`, 'g');
}

const rewrites: readonly HostRewrite[] = [
  {
    name: 'Cloudflare Email Address Obfuscation',
    switchOff: 'trong Cloudflare: Scrape Shield → Email Address Obfuscation → Off',
    undo: [
      [
        /<a href="\/cdn-cgi\/l\/email-protection" class="__cf_email__" data-cfemail="([\da-f]+)">\[email&#160;protected\]<\/a>/g,
        (_, code = '') => decodeEmail(code),
      ],
      [
        /<span class="__cf_email__" data-cfemail="([\da-f]+)">\[email&#160;protected\]<\/span>/g,
        (_, code = '') => decodeEmail(code),
      ],
      [/\/cdn-cgi\/l\/email-protection#([\da-f]+)/g, (_, code = '') => `mailto:${decodeEmail(code)}`],
      [script('/cdn-cgi/scripts/[\\w-]+/cloudflare-static/email-decode\\.min\\.js'), ''],
    ],
  },
  {
    name: 'Cloudflare Rocket Loader',
    switchOff: 'trong Cloudflare: Speed → Optimization → Rocket Loader → Off',
    undo: [
      [script('/cdn-cgi/scripts/[\\w-]+/cloudflare-static/rocket-loader\\.min\\.js'), ''],
      [
        / type="[\da-f]{24}-(?:text\/javascript|module)"/g,
        (found) => (found.includes('module') ? ' type="module"' : ''),
      ],
    ],
  },
  {
    name: 'Cloudflare Web Analytics',
    switchOff: 'trong Cloudflare: Analytics → Web Analytics → Manage site → Disable',
    undo: [
      [/<!-- (?:End )?Cloudflare (?:Pages|Web) Analytics -->/g, ''],
      [script('https://static\\.cloudflareinsights\\.com/beacon\\.min\\.js(?:/\\w+)?'), ''],
    ],
  },
  {
    name: 'Netlify Real User Metrics',
    switchOff: 'trong Netlify: Project configuration → Real User Metrics → Disable',
    undo: [[script('/\\.netlify/scripts/rum'), '']],
  },
];

/** What the names of scripts tell of a product whose changes cannot be taken back. */
const signs: readonly (readonly [pattern: RegExp, name: string, switchOff: string])[] = [
  // Its script stands in the page itself, where anything else could stand as well.
  [
    /\/cdn-cgi\/challenge-platform\//,
    'Cloudflare JavaScript Detections',
    'trong Cloudflare: Security → Bots → JavaScript Detections → Off',
  ],
  [/\/cdn-cgi\/zaraz\//, 'Cloudflare Zaraz', 'trong Cloudflare: Zaraz → Settings → Auto-inject script → Off'],
  [
    /pagespeed|\.pagespeed\./,
    'PageSpeed (mod_pagespeed, ngx_pagespeed)',
    'trong nginx: pagespeed off; Apache: ModPagespeed off',
  ],
  [/data-cf-|mirage2?\.min\.js/, 'Cloudflare Mirage', 'trong Cloudflare: Speed → Optimization → Mirage → Off'],
];

/** Cloudflare's form of an e-mail address: the first byte is XORed with each of the others. */
function decodeEmail(code: string): string {
  const [key = 0, ...bytes] = Buffer.from(code, 'hex');
  return Buffer.from(bytes.map((byte) => byte ^ key)).toString('utf8');
}

/** What is known of a page that a product of the host may have rewritten. */
export interface RewrittenPage {
  /** The page without the changes of known products. */
  readonly original: string;
  /** The products, each with how to switch it off, in Vietnamese. */
  readonly products: readonly string[];
}

/** Takes the changes of known products of hosts back; what else is in the page stays. */
export function undoHostRewrites(page: string): RewrittenPage {
  const products: string[] = [];
  let original = page;
  for (const { name, switchOff, undo } of rewrites) {
    const before = original;
    for (const [pattern, replacement] of undo)
      original =
        typeof replacement === 'string'
          ? original.replace(pattern, replacement)
          : original.replace(pattern, replacement);
    if (original !== before) products.push(`${name}; tắt: ${switchOff}`);
  }
  return { original, products };
}

/** Products whose traces are in a page and were not in the built one, each with how to switch it off, in Vietnamese. */
export function suspectedProducts(built: string, page: string): string[] {
  return signs.flatMap(([pattern, name, switchOff]) =>
    pattern.test(page) && !pattern.test(built) ? [`${name}; tắt: ${switchOff}`] : [],
  );
}

/** A page as any minifier leaves it alike: without comments, and without white space that does not show. */
export function minified(page: string): string {
  return withoutComments(page)
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1');
}

/** A page without its comments. */
export function withoutComments(page: string): string {
  const [first = '', ...rest] = page.split('<!--');
  return rest.reduce((text, part) => {
    const end = part.indexOf('-->');
    return end < 0 ? `${text}<!--${part}` : text + part.slice(end + 3);
  }, first);
}
