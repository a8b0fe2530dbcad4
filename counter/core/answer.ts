import { createHash, timingSafeEqual } from 'node:crypto';
import { isBot } from './bots.ts';
import { countedPath } from './counted-path.ts';
import { type Counts, NotDurable } from './counts.ts';
import { networkOf } from './network.ts';
import { type Header, isOwnOrigin } from './own-origin.ts';
import { ImportError, parseImport } from './rows.ts';

/** The path prefix of every route. */
export const prefix = '/api/count/v1';

const hitBytes = 512;
const importBytes = 32 * 1024 * 1024;
const maxPages = 50;

/** A request, independent of the host (Node or Workers). */
export interface Request {
  readonly method: string;
  /** The prefix included, the query excluded. */
  readonly path: string;
  /** Without the leading "?". */
  readonly query: string;
  /** The client's IP address; undefined when the trusted proxy did not send it. */
  readonly ip: string | undefined;
  readonly header: Header;
  /** The body as text; undefined when it is longer than `limit` bytes. */
  readonly body: (limit: number) => Promise<string | undefined>;
}

/** A complete response; `body` is sent for every method except HEAD. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a host provides to the routes. */
export interface Host {
  readonly counts: Counts;
  /** The paths that are counted: those in the site's sitemap. */
  readonly paths: () => ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** The public origin of the site, like "https://example.org"; absent when it has none of its own. */
  readonly siteOrigin?: string;
  /** Without it, export and import are refused. */
  readonly adminToken?: string;
}

const commonHeaders = {
  'Content-Type': 'application/json; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

function json(status: number, value: unknown, extraHeaders?: Readonly<Record<string, string>>): Answer {
  return {
    status,
    headers: extraHeaders ? { ...commonHeaders, ...extraHeaders } : commonHeaders,
    body: JSON.stringify(value),
  };
}

function errorResponse(status: number, error: string, extraHeaders?: Readonly<Record<string, string>>): Answer {
  return json(status, { error }, extraHeaders);
}

const bodyTooLarge = (limit: number) => errorResponse(413, `The body is longer than ${limit} bytes.`);

/** The response to an unexpected error. */
export const failure: Answer = errorResponse(500, 'The counter failed.');

/** Handles a request whose path starts with the prefix. */
export async function answer(request: Request, context: Host): Promise<Answer> {
  const route = routes.get(request.path.slice(prefix.length));
  if (!route) return errorResponse(404, 'No such address.');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const handler = route.get(method);
  if (!handler) {
    const allowed = [...route.keys()].flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]));
    return errorResponse(405, `${request.method} is not answered here.`, { Allow: allowed.join(', ') });
  }
  try {
    return await handler(request, context);
  } catch (error) {
    if (error instanceof ImportError) return errorResponse(error.status, error.message);
    if (!(error instanceof NotDurable)) throw error;
    return errorResponse(503, 'Could not be made durable just now.', { 'Retry-After': '5' });
  }
}

type Handler = (request: Request, context: Host) => Promise<Answer>;

const routes: ReadonlyMap<string, ReadonlyMap<string, Handler>> = new Map([
  ['', new Map([['GET', figures]])],
  ['/', new Map([['GET', figures]])],
  ['/hit', new Map([['POST', hit]])],
  ['/all', new Map([['GET', allFigures]])],
  [
    '/admin',
    new Map([
      ['GET', exportRows],
      ['PUT', importRows],
    ]),
  ],
  ['/health', new Map([['GET', health]])],
]);

async function hit(request: Request, context: Host): Promise<Answer> {
  if (!isOwnOrigin(request.header, context.siteOrigin)) return errorResponse(403, 'Only pages of this site count.');
  const body = await request.body(hitBytes);
  if (body === undefined) return bodyTooLarge(hitBytes);
  const sitePaths = await context.paths();
  const path = sitePaths.has(body) ? body : countedPath(body);
  if (path === undefined || !sitePaths.has(path)) return errorResponse(404, 'No page of this site.');
  const userAgent = request.header('user-agent') ?? '';
  const network = request.ip === undefined ? undefined : networkOf(request.ip);
  if (network === undefined || isBot(userAgent)) return json(200, await context.counts.shown(path));
  return json(200, await context.counts.hit({ network, userAgent, path }));
}

async function figures({ query, header }: Request, context: Host): Promise<Answer> {
  const requested = new URLSearchParams(query).getAll('p');
  if (requested.length > maxPages) return errorResponse(400, `At most ${maxPages} pages at once.`);
  const sitePaths = await context.paths();
  const pages = requested.flatMap((text) => countedPath(text) ?? []).filter((path) => sitePaths.has(path));
  const body = JSON.stringify(await context.counts.figures(pages));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...commonHeaders, 'Cache-Control': 'public, max-age=10', ETag: etag };
  const cachedTags =
    header('if-none-match')
      ?.split(',')
      .map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  if (cachedTags.includes(etag) || cachedTags.includes('*')) return { status: 304, headers, body: '' };
  return { status: 200, headers, body };
}

async function allFigures(_request: Request, context: Host): Promise<Answer> {
  return json(200, await context.counts.all());
}

async function exportRows(request: Request, context: Host): Promise<Answer> {
  return isAdmin(request, context.adminToken) ? json(200, await context.counts.export()) : unauthorized();
}

async function importRows(request: Request, context: Host): Promise<Answer> {
  if (!isAdmin(request, context.adminToken)) return unauthorized();
  const body = await request.body(importBytes);
  return body === undefined ? bodyTooLarge(importBytes) : json(200, await context.counts.import(parseImport(body)));
}

async function health(_request: Request, context: Host): Promise<Answer> {
  const status = await context.counts.health();
  return json(status.ok ? 200 : 503, status);
}

/** RFC 6750 §2.1. Compares digests in constant time, so that the timing reveals neither the token nor its length. */
function isAdmin({ header }: Request, token: string | undefined): boolean {
  const [, received] = /^Bearer (\S+)$/i.exec(header('authorization') ?? '') ?? [];
  if (token === undefined || received === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(received), digest(token));
}

function unauthorized(): Answer {
  return errorResponse(401, 'A bearer token is needed.', { 'WWW-Authenticate': 'Bearer' });
}
