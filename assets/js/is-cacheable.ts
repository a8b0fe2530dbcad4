/** What is requested: a page, or a file: script, font or picture. */
export type RequestKind = 'page' | 'file';

type RequestInfo = Pick<Request, 'method' | 'url' | 'mode'> & { readonly headers: Pick<Headers, 'has'> };
type ResponseInfo = Pick<Response, 'status' | 'type' | 'redirected'> & { readonly headers: Pick<Headers, 'get'> };

const fileExtensions = /\.(js|woff2|svg|avif|webp|jpe?g|png)$/;

/** What a request from a page below `scope` is for; undefined for what the worker does not handle. */
export function requestKind({ method, url, mode, headers }: RequestInfo, scope: string): RequestKind | undefined {
  if (method !== 'GET' || headers.has('range') || !url.startsWith(scope)) return undefined;
  if (new URL(url).pathname.startsWith('/api/') || url.startsWith(`${scope}admin/`)) return undefined;
  if (mode === 'navigate') return 'page';
  return fileExtensions.test(cacheUrl(url)) ? 'file' : undefined;
}

/** The URL a response is cached under: without the query, which changes no page and may contain what a reader typed. */
export function cacheUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Whether a response may be cached: complete, same-origin, of the requested kind and without `no-store`. */
export function isCacheable(kind: RequestKind, { status, type, redirected, headers }: ResponseInfo): boolean {
  if (status !== 200 || type !== 'basic' || redirected) return false;
  if (/\bno-store\b/i.test(headers.get('cache-control') ?? '')) return false;
  return /^text\/html\b/i.test(headers.get('content-type') ?? '') === (kind === 'page');
}

/** Whether a response says that the page no longer exists, so that its cached copy is deleted. */
export function isGone({ status }: Pick<Response, 'status'>): boolean {
  return status === 404 || status === 410;
}
