import { createHash, timingSafeEqual } from 'node:crypto';
import { isBot } from './bots.ts';
import { countedPath } from './counted-path.ts';
import { type Counts, NotDurable } from './counts.ts';
import { networkOf } from './network.ts';
import { type Header, isOwnOrigin } from './own-origin.ts';
import { ImportError, parseImport } from './rows.ts';

/** Below it lies every route. */
export const prefix = '/api/count/v1';

const hitBytes = 512;
const importBytes = 32 * 1024 * 1024;
const pagesAtOnce = 50;

/** A request as both hosts can say it. */
export interface Request {
  readonly method: string;
  /** With the prefix, without the query. */
  readonly path: string;
  /** Without its "?". */
  readonly query: string;
  /** The client's address; undefined where a trusted proxy did not say it. */
  readonly ip: string | undefined;
  readonly header: Header;
  /** The text of the body; undefined when it is longer than so many bytes. */
  readonly body: (limit: number) => Promise<string | undefined>;
}

/** A whole answer; `body` is sent for every method but HEAD. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the routes need of a host. */
export interface Host {
  readonly counts: Counts;
  /** The paths that are counted: those of the site's sitemap. */
  readonly paths: () => ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** "https://example.org" where the site has one public address. */
  readonly siteOrigin?: string;
  /** Without it nobody may export or import. */
  readonly adminToken?: string;
}

const always = {
  'Content-Type': 'application/json; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

function json(status: number, value: unknown, more?: Readonly<Record<string, string>>): Answer {
  return { status, headers: more ? { ...always, ...more } : always, body: JSON.stringify(value) };
}

function refusal(status: number, error: string, more?: Readonly<Record<string, string>>): Answer {
  return json(status, { error }, more);
}

const tooLarge = (limit: number) => refusal(413, `The body is longer than ${limit} bytes.`);

/** The answer where something broke that nobody foresaw. */
export const failure: Answer = refusal(500, 'The counter failed.');

/** Answers a request below the prefix. */
export async function answer(request: Request, host: Host): Promise<Answer> {
  const route = routes.get(request.path.slice(prefix.length));
  if (!route) return refusal(404, 'No such address.');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const handle = route.get(method);
  if (!handle) {
    const allowed = [...route.keys()].flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]));
    return refusal(405, `${request.method} is not answered here.`, { Allow: allowed.join(', ') });
  }
  try {
    return await handle(request, host);
  } catch (error) {
    if (error instanceof ImportError) return refusal(error.status, error.message);
    if (!(error instanceof NotDurable)) throw error;
    return refusal(503, 'Could not be made durable just now.', { 'Retry-After': '5' });
  }
}

type Handle = (request: Request, host: Host) => Promise<Answer>;

const routes: ReadonlyMap<string, ReadonlyMap<string, Handle>> = new Map([
  ['', new Map([['GET', figures]])],
  ['/', new Map([['GET', figures]])],
  ['/hit', new Map([['POST', hit]])],
  ['/all', new Map([['GET', everything]])],
  [
    '/admin',
    new Map([
      ['GET', exportRows],
      ['PUT', importRows],
    ]),
  ],
  ['/health', new Map([['GET', health]])],
]);

async function hit(request: Request, { counts, paths, siteOrigin }: Host): Promise<Answer> {
  if (!isOwnOrigin(request.header, siteOrigin)) return refusal(403, 'Only pages of this site count.');
  const body = await request.body(hitBytes);
  if (body === undefined) return tooLarge(hitBytes);
  const listed = await paths();
  const path = listed.has(body) ? body : countedPath(body);
  if (path === undefined || !listed.has(path)) return refusal(404, 'No page of this site.');
  const userAgent = request.header('user-agent') ?? '';
  const network = request.ip === undefined ? undefined : networkOf(request.ip);
  if (network === undefined || isBot(userAgent)) return json(200, await counts.shown(path));
  return json(200, await counts.hit({ network, userAgent, path }));
}

async function figures({ query, header }: Request, { counts, paths }: Host): Promise<Answer> {
  const asked = new URLSearchParams(query).getAll('p');
  if (asked.length > pagesAtOnce) return refusal(400, `At most ${pagesAtOnce} pages at once.`);
  const listed = await paths();
  const known = asked.flatMap((text) => countedPath(text) ?? []).filter((path) => listed.has(path));
  const body = JSON.stringify(await counts.figures(known));
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...always, 'Cache-Control': 'public, max-age=10', ETag: tag };
  const have =
    header('if-none-match')
      ?.split(',')
      .map((each) => each.trim().replace(/^W\//, '')) ?? [];
  if (have.includes(tag) || have.includes('*')) return { status: 304, headers, body: '' };
  return { status: 200, headers, body };
}

async function everything(_request: Request, { counts }: Host): Promise<Answer> {
  return json(200, await counts.all());
}

async function exportRows(request: Request, { counts, adminToken }: Host): Promise<Answer> {
  return isAdmin(request, adminToken) ? json(200, await counts.export()) : unauthorised();
}

async function importRows(request: Request, { counts, adminToken }: Host): Promise<Answer> {
  if (!isAdmin(request, adminToken)) return unauthorised();
  const body = await request.body(importBytes);
  return body === undefined ? tooLarge(importBytes) : json(200, await counts.import(parseImport(body)));
}

async function health(_request: Request, { counts }: Host): Promise<Answer> {
  const state = await counts.health();
  return json(state.ok ? 200 : 503, state);
}

/** RFC 6750 §2.1; compared in constant time, as digests so that the length does not show either. */
function isAdmin({ header }: Request, token: string | undefined): boolean {
  const [, given] = /^Bearer (\S+)$/i.exec(header('authorization') ?? '') ?? [];
  if (token === undefined || given === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function unauthorised(): Answer {
  return refusal(401, 'A bearer token is needed.', { 'WWW-Authenticate': 'Bearer' });
}
