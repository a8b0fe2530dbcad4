/** What a request asks for: a page, or a script, font or picture. */
export type Kind = 'page' | 'file';

type Asked = Pick<Request, 'method' | 'url' | 'mode'> & { readonly headers: Pick<Headers, 'has'> };
type Answered = Pick<Response, 'status' | 'type' | 'redirected'> & { readonly headers: Pick<Headers, 'get'> };

const files = /\.(js|woff2|svg|avif|webp|jpe?g|png)$/;

/** What a request of a page below `scope` asks for; undefined for what is none of the worker's business. */
export function kindOf({ method, url, mode, headers }: Asked, scope: string): Kind | undefined {
  if (method !== 'GET' || headers.has('range') || !url.startsWith(scope)) return undefined;
  if (new URL(url).pathname.startsWith('/api/')) return undefined;
  if (mode === 'navigate') return 'page';
  return files.test(keyOf(url)) ? 'file' : undefined;
}

/** Under what an answer is kept: its address alone, for no page of the site differs by its query, which may hold words a reader typed. */
export function keyOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Whether an answer is the whole of what was asked for, from the site itself, and may stay on the reader's device. */
export function mayKeep(kind: Kind, { status, type, redirected, headers }: Answered): boolean {
  if (status !== 200 || type !== 'basic' || redirected) return false;
  if (/\bno-store\b/i.test(headers.get('cache-control') ?? '')) return false;
  return /^text\/html\b/i.test(headers.get('content-type') ?? '') === (kind === 'page');
}

/** Whether an answer says that there is nothing any more: what was kept must then go too. */
export function isGone({ status }: Pick<Response, 'status'>): boolean {
  return status === 404 || status === 410;
}
