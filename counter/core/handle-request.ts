import { createHash, timingSafeEqual } from 'node:crypto';
import { cachedAnswer, type TaggedBody, taggedBody } from './cached-answer.ts';
import { countedPath } from './counted-path.ts';
import { isBot } from './is-bot.ts';
import { type HeaderLookup, isOwnOrigin } from './is-own-origin.ts';
import { networkOf } from './network-of.ts';
import { RequestLimit } from './request-limit.ts';
import { ImportError, parseExportStart, parseImport } from './rows.ts';
import { NotDurableError, type VisitCounter } from './visit-counter.ts';

/** The path prefix of every route. */
export const counterPrefix = '/api/count/v1';

const hitBytes = 512;
const importBytes = 1024 * 1024;
const maxPages = 50;
/** How long (ms) the answer with all figures is sent from memory: its cost grows with the history. */
const allLifetime = 10_000;

/** A request, independent of the host (Node or Workers). */
export interface CounterRequest {
  readonly method: string;
  /** The prefix included, the query excluded. */
  readonly path: string;
  /** Without the leading "?". */
  readonly query: string;
  /** The client's IP address; undefined when the trusted proxy did not send it. */
  readonly ip: string | undefined;
  readonly header: HeaderLookup;
  /** The body as text; undefined when it is longer than `limit` bytes. */
  readonly readBody: (limit: number) => Promise<string | undefined>;
}

/** A complete response; `body` is sent for every method except HEAD. */
export interface CounterResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a host provides to the routes. */
export interface RequestContextOptions {
  readonly counter: VisitCounter;
  /** The paths that are counted: those in the site's sitemap. */
  readonly paths: () => ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** The public origin of the site, like "https://example.org"; absent when it has none of its own. */
  readonly siteOrigin?: string;
  /** Without it, export and import are refused. */
  readonly adminToken?: string;
}

/** What the routes need from one request to the next. */
export interface RequestContext extends RequestContextOptions {
  readonly all: () => Promise<TaggedBody>;
  readonly limit: RequestLimit;
}

/** A context for all requests of a process. */
export function requestContext(options: RequestContextOptions, clock: () => number): RequestContext {
  return {
    ...options,
    all: cachedAnswer(() => options.counter.all(), clock, allLifetime),
    limit: new RequestLimit(clock),
  };
}

const commonHeaders = {
  'Content-Type': 'application/json; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

function json(status: number, value: unknown, extraHeaders?: Readonly<Record<string, string>>): CounterResponse {
  return {
    status,
    headers: extraHeaders ? { ...commonHeaders, ...extraHeaders } : commonHeaders,
    body: JSON.stringify(value),
  };
}

function errorResponse(
  status: number,
  error: string,
  extraHeaders?: Readonly<Record<string, string>>,
): CounterResponse {
  return json(status, { error }, extraHeaders);
}

const bodyTooLarge = (limit: number) => errorResponse(413, `The body is longer than ${limit} bytes.`);

/** The response to an unexpected error. */
export const internalError: CounterResponse = errorResponse(500, 'The counter failed.');

/** Handles a request whose path starts with the prefix. */
export async function handleRequest(request: CounterRequest, context: RequestContext): Promise<CounterResponse> {
  const route = routes.get(request.path.slice(counterPrefix.length));
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
    if (!(error instanceof NotDurableError)) throw error;
    return errorResponse(503, 'Could not be made durable just now.', { 'Retry-After': '5' });
  }
}

type Handler = (request: CounterRequest, context: RequestContext) => Promise<CounterResponse>;

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

async function hit(request: CounterRequest, context: RequestContext): Promise<CounterResponse> {
  if (!isOwnOrigin(request.header, context.siteOrigin)) return errorResponse(403, 'Only pages of this site count.');
  const body = await request.readBody(hitBytes);
  if (body === undefined) return bodyTooLarge(hitBytes);
  const sitePaths = await context.paths();
  const path = sitePaths.has(body) ? body : countedPath(body);
  if (path === undefined || !sitePaths.has(path)) return errorResponse(404, 'No page of this site.');
  const userAgent = request.header('user-agent') ?? '';
  const network = request.ip === undefined ? undefined : networkOf(request.ip);
  if (network === undefined || isBot(userAgent)) return json(200, await context.counter.pageFigures(path));
  return json(200, await context.counter.hit({ network, userAgent, path }));
}

async function figures({ query, header }: CounterRequest, context: RequestContext): Promise<CounterResponse> {
  const requested = new URLSearchParams(query).getAll('p');
  if (requested.length > maxPages) return errorResponse(400, `At most ${maxPages} pages at once.`);
  const sitePaths = await context.paths();
  const pages = requested.flatMap((text) => countedPath(text) ?? []).filter((path) => sitePaths.has(path));
  return cacheable(taggedBody(await context.counter.figures(pages)), header);
}

/** An answer that may be cached for ten seconds, or 304 if the client has it. */
function cacheable({ body, etag }: TaggedBody, header: HeaderLookup): CounterResponse {
  const headers = { ...commonHeaders, 'Cache-Control': 'public, max-age=10', ETag: etag };
  const cachedTags =
    header('if-none-match')
      ?.split(',')
      .map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  if (cachedTags.includes(etag) || cachedTags.includes('*')) return { status: 304, headers, body: '' };
  return { status: 200, headers, body };
}

async function allFigures(request: CounterRequest, context: RequestContext): Promise<CounterResponse> {
  // The operator's snapshot has the numbers of this moment.
  if (isAdmin(request, context.adminToken)) return json(200, await context.counter.all());
  return tooMany(request, context) ?? cacheable(await context.all(), request.header);
}

/** The refusal of a request if its network has sent too many; of all whose address is unknown together. */
function tooMany({ ip }: CounterRequest, { limit }: RequestContext): CounterResponse | undefined {
  const seconds = limit.waitFor((ip !== undefined && networkOf(ip)) || '');
  return seconds > 0 ? errorResponse(429, 'Too many requests.', { 'Retry-After': String(seconds) }) : undefined;
}

async function exportRows(request: CounterRequest, context: RequestContext): Promise<CounterResponse> {
  if (!isAdmin(request, context.adminToken)) return tooMany(request, context) ?? unauthorized();
  return json(200, await context.counter.export(parseExportStart(request.query)));
}

async function importRows(request: CounterRequest, context: RequestContext): Promise<CounterResponse> {
  if (!isAdmin(request, context.adminToken)) return tooMany(request, context) ?? unauthorized();
  const body = await request.readBody(importBytes);
  return body === undefined ? bodyTooLarge(importBytes) : json(200, await context.counter.import(parseImport(body)));
}

async function health(_request: CounterRequest, context: RequestContext): Promise<CounterResponse> {
  const status = await context.counter.health();
  return json(status.ok ? 200 : 503, status);
}

/** RFC 6750 §2.1. Compares digests in constant time, so that the timing reveals neither the token nor its length. */
function isAdmin({ header }: CounterRequest, token: string | undefined): boolean {
  const [, received] = /^Bearer (\S+)$/i.exec(header('authorization') ?? '') ?? [];
  if (token === undefined || received === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(received), digest(token));
}

function unauthorized(): CounterResponse {
  return errorResponse(401, 'A bearer token is needed.', { 'WWW-Authenticate': 'Bearer' });
}
