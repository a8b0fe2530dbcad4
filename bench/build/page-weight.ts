import { brotliCompressSync, constants } from 'node:zlib';
import { Parser } from 'htmlparser2';

/** The cost of loading a page, without its pictures. */
export interface PageWeight {
  /** Bytes of the HTML with its inline style, compressed with Brotli as by `PRECOMPRESS=1`. */
  readonly bytes: number;
  /** Requests that block rendering: stylesheets, and scripts that are not modules, async or deferred. */
  readonly blocking: number;
  /** Requests to other origins that the page makes without interaction. */
  readonly thirdParty: number;
}

const fetchedRels = new Set([
  'stylesheet',
  'preload',
  'modulepreload',
  'prefetch',
  'preconnect',
  'dns-prefetch',
  'icon',
]);

/** Measures the weight of a page; `address` is its URL. */
export function pageWeight(html: string, address: string): PageWeight {
  let blocking = 0;
  const urls: string[] = [];
  const parser = new Parser({
    onopentag(name, { src, srcset, poster, href, rel = '', type, ...attributes }) {
      if (
        name === 'script' &&
        src !== undefined &&
        type !== 'module' &&
        !('async' in attributes) &&
        !('defer' in attributes)
      )
        blocking++;
      const rels = rel.toLowerCase().split(/\s+/);
      if (name === 'link' && rels.includes('stylesheet')) blocking++;
      if (name === 'link' && href !== undefined && rels.some((value) => fetchedRels.has(value))) urls.push(href);
      for (const url of [src, poster]) if (url !== undefined) urls.push(url);
      for (const candidate of srcset?.split(',') ?? []) urls.push(candidate.trim().split(/\s+/)[0] ?? '');
    },
  });
  parser.end(html);
  const { origin } = new URL(address);
  return {
    bytes: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }).length,
    blocking,
    thirdParty: urls.filter(
      (url) => /^https?:/.test(new URL(url, address).protocol) && new URL(url, address).origin !== origin,
    ).length,
  };
}
