import { brotliCompressSync, constants } from 'node:zlib';
import { Parser } from 'htmlparser2';

/** What a page costs its reader before its pictures. */
export interface PageWeight {
  /** Of the HTML and the style in it, in Brotli as `PRECOMPRESS=1` makes it. */
  readonly bytes: number;
  /** Requests that the first paint waits for: sheets of style, and scripts that are neither modules nor put off. */
  readonly blocking: number;
  /** Requests to another origin that the page makes by itself. */
  readonly thirdParty: number;
}

const fetched = new Set(['stylesheet', 'preload', 'modulepreload', 'prefetch', 'preconnect', 'dns-prefetch', 'icon']);

/** Weighs a page that stands at an address. */
export function pageWeight(html: string, address: string): PageWeight {
  let blocking = 0;
  const asked: string[] = [];
  const parser = new Parser({
    onopentag(name, { src, srcset, poster, href, rel = '', type, ...more }) {
      if (name === 'script' && src !== undefined && type !== 'module' && !('async' in more) && !('defer' in more))
        blocking++;
      const rels = rel.toLowerCase().split(/\s+/);
      if (name === 'link' && rels.includes('stylesheet')) blocking++;
      if (name === 'link' && href !== undefined && rels.some((each) => fetched.has(each))) asked.push(href);
      for (const url of [src, poster]) if (url !== undefined) asked.push(url);
      for (const candidate of srcset?.split(',') ?? []) asked.push(candidate.trim().split(/\s+/)[0] ?? '');
    },
  });
  parser.end(html);
  const { origin } = new URL(address);
  return {
    bytes: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }).length,
    blocking,
    thirdParty: asked.filter(
      (url) => /^https?:/.test(new URL(url, address).protocol) && new URL(url, address).origin !== origin,
    ).length,
  };
}
