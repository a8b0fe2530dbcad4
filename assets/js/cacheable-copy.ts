/** A cached response. */
export interface CacheEntry {
  readonly url: string;
  /** When it was cached, in milliseconds since the epoch. */
  readonly cachedAt: number;
  readonly bytes: number;
}

const [cachedAtHeader, bytesHeader] = ['x-kept-at', 'x-kept-bytes'];
/** Headers about the transfer, wrong for the decoded body. */
const transferHeaders = ['content-encoding', 'content-length', 'transfer-encoding', 'vary'];

/** A copy of a response for the cache, with its time and size in headers; rejects when the body breaks off. */
export async function cacheableCopy(response: Response, now: number): Promise<Response> {
  const body = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  for (const name of transferHeaders) headers.delete(name);
  headers.set(cachedAtHeader, String(now));
  headers.set(bytesHeader, String(body.byteLength));
  return new Response(body, { headers });
}

/** Reads the time and size of a cached response from its headers. */
export function readCacheEntry(url: string, { headers }: Pick<Response, 'headers'>): CacheEntry {
  return { url, cachedAt: Number(headers.get(cachedAtHeader)), bytes: Number(headers.get(bytesHeader)) };
}
