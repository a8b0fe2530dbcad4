import { fstatSync, ReadStream, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import sirv from 'sirv';
import { oldAddressesFolder, oldAddressKeys } from '#news/old-address.ts';
import { headersFor, type PathHeaders, parseHeadersFile } from '#site/assets/headers.ts';
import { isPrecompressedFile, isUpToDate } from '#site/build/precompress.ts';
import { acceptedEncodings } from './accepted-encodings.ts';
import { isNotModified } from './is-not-modified.ts';
import { encodePath, parseRequestTarget } from './parse-request-target.ts';
import { supportedRange } from './supported-range.ts';

/** Handles a request and returns true, or returns false to leave it to the next handler. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Sends a page of the folder, "/bai-viet/tin/index.html" or "/404.html", and returns true; or returns false. */
export type PageSender = (response: ServerResponse, status: 200 | 404, file: string) => boolean;

/**
 * Serves the built site in a folder below `base`, with the response headers of its `_headers` file. The `handlers` run
 * first; `sendPage` can take over the sending of pages.
 */
export function siteRequestListener(
  folder: string,
  handlers: readonly RequestHandler[] = [],
  base = '',
  sendPage: PageSender = () => false,
): RequestListener {
  const readHeaders = headersReader(join(folder, '_headers'));
  const readOldAddresses = oldAddressesReader(join(folder, oldAddressesFolder));
  const decodedBase = decodeURIComponent(base);
  const serveFile = fileHandler(folder);

  function serve(request: IncomingMessage, response: ServerResponse) {
    const target = parseRequestTarget(request.url ?? '');
    const path = target?.path === undefined ? undefined : pathBelow(target.path, decodedBase);
    response.setHeader('Cache-Control', 'no-cache');
    for (const [name, value] of headersFor(readHeaders(), path ?? '/')) response.setHeader(name, value);

    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response);
    if (!target) return sendText(response, 400, 'Địa chỉ này không đúng dạng.');
    if (base !== '' && target.path === '/') return redirect(response, 302, `${base}/`);
    if (path === undefined) return serveNotFound(request, response);
    servePath(request, response, path, target.query);
  }

  /** Serves a decoded path below the base. */
  function servePath(request: IncomingMessage, response: ServerResponse, path: string, query: string) {
    if (path === '') return redirect(response, 301, `${base}/${query}`);
    const newAddress = redirectTarget(readOldAddresses(), path, query);
    if (newAddress !== undefined) return redirect(response, 301, newAddress);
    const file = findFile(folder, path);
    if (file === undefined) return serveNotFound(request, response);
    if (file === 'folder') return redirect(response, 301, `${base}${encodePath(`${path}/`)}${query}`);
    if (!file.endsWith('.html') || !sendPage(response, 200, file)) serveFile(request, response, file);
  }

  function serveNotFound(request: IncomingMessage, response: ServerResponse) {
    if (!sendPage(response, 404, '/404.html')) sendNotFound(request, response, folder);
  }

  return (request, response) => {
    try {
      if (!handlers.some((handler) => handler(request, response))) serve(request, response);
    } catch (error) {
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'Máy chủ gặp lỗi, xin thử lại sau.');
    }
  };
}

/** A function that sends a file of a folder, "/bai-viet/tin/index.html", or what a conditional or range request asks for. */
function fileHandler(folder: string): (request: IncomingMessage, response: ServerResponse, file: string) => void {
  // With `dev` sirv reads the disk at every request, so that changed files are served at once.
  const handle = sirv(folder, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders: (response, path, stats) => {
      response.removeHeader('ETag');
      const type = contentTypes.get(extname(path).toLowerCase());
      if (type && !response.hasHeader('Content-Type')) response.setHeader('Content-Type', type);
      response.once('pipe', (source) => guardStream(source, response, stats));
    },
  });
  return (request, response, file) => {
    const path = join(folder, file);
    limitHeaders(request, path);
    request.url = encodeURI(file);
    response.setHeader('Vary', 'Accept-Encoding');
    const [smallest] = currentPrecompressed(path, request.headers['accept-encoding']);
    const { size, mtime } = statSync(smallest?.path ?? path);
    const etag = sirvTag(size, mtime);
    if (isNotModified(request.headers, etag, mtime)) {
      // sirv compares one tag as text, and no date. To a 304 response it adds no ETag.
      request.headers['if-none-match'] = etag;
      response.setHeader('ETag', etag);
    }
    handle(request, response, () => sendNotFound(request, response, folder));
  };
}

/** The entity tag that sirv gives to a file. */
function sirvTag(size: number, modified: Date): string {
  return `W/"${size}-${modified.getTime()}"`;
}

/** Types of texts with their charset, where `_headers` names no other, and types that sirv does not know (IANA's registry). */
const contentTypes = new Map([
  ['.csv', 'text/csv; charset=utf-8'],
  ['.ics', 'text/calendar; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.ico', 'image/vnd.microsoft.icon'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['.xls', 'application/vnd.ms-excel'],
  ['.ppt', 'application/vnd.ms-powerpoint'],
  ['.odt', 'application/vnd.oasis.opendocument.text'],
  ['.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['.odp', 'application/vnd.oasis.opendocument.presentation'],
]);

/** "/hoi/bai-viet/" below "/hoi" → "/bai-viet/"; undefined for a path outside it. */
function pathBelow(path: string, base: string): string | undefined {
  return path === base || path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

/** The path of the file for an address; 'folder' if the address lacks its final slash. */
function findFile(folder: string, path: string): string | 'folder' | undefined {
  if (path === '' || path.startsWith('/_') || isPrecompressedFile(path)) return undefined;
  if (path.endsWith('/')) return isFileWithin(folder, `${path}index.html`) ? `${path}index.html` : undefined;
  if (isFileWithin(folder, path)) return path;
  return isFileWithin(folder, `${path}/index.html`) ? 'folder' : undefined;
}

/** Symbolic links that lead out of the folder do not count. */
function isFileWithin(folder: string, path: string): boolean {
  try {
    const file = realpathSync(join(folder, path));
    return file.startsWith(`${realpathSync(folder)}${sep}`) && statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Limits the request headers to the ranges that sirv handles correctly and to precompressed files that are current. */
function limitHeaders(request: IncomingMessage, file: string): void {
  const { headers } = request;
  headers['accept-encoding'] = currentPrecompressed(file, headers['accept-encoding'])
    .map(({ encoding }) => encoding)
    .join(', ');
  const range = request.method === 'GET' && !headers['if-range'] ? supportedRange(headers.range) : undefined;
  if (range === undefined) delete headers.range;
}

/** The precompressed versions of a file that the client accepts and that are current, the smallest first. */
function currentPrecompressed(file: string, accepted: string | undefined) {
  const stats = statSync(file);
  return acceptedEncodings(accepted)
    .map((encoding) => ({ encoding, path: `${file}.${encoding === 'br' ? 'br' : 'gz'}` }))
    .filter(({ path }) => isUpToDate(stats, statSync(path, { throwIfNoEntry: false })));
}

/** Aborts the response if the file was replaced or deleted after sirv read its length and before it opened it. */
function guardStream(source: NodeJS.ReadableStream, response: ServerResponse, stats: Stats): void {
  if (!(source instanceof ReadStream)) return;
  source.once('open', (descriptor) => {
    const opened = fstatSync(descriptor);
    if (opened.ino !== stats.ino || opened.size !== stats.size) response.destroy();
  });
  source.once('error', () => response.destroy());
  response.once('close', () => source.destroy());
}

/** A function that returns the table of a `_headers` file, which it reads again when the file has changed. */
function headersReader(file: string): () => readonly PathHeaders[] {
  let lastStats: Stats | undefined;
  let table: readonly PathHeaders[] = [];
  return () => {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.ino !== lastStats?.ino || stats?.mtimeMs !== lastStats?.mtimeMs || stats?.size !== lastStats?.size)
      table = stats ? parseHeadersFile(readFileSync(file, 'utf8')) : [];
    lastStats = stats;
    return table;
  };
}

/** A function that returns the table of old addresses, which it reads again when a file in the folder was replaced. */
function oldAddressesReader(folder: string): () => ReadonlyMap<string, string> {
  let lastModified: number | undefined;
  let table: ReadonlyMap<string, string> = new Map();
  return () => {
    const modified = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (modified !== lastModified) table = modified === undefined ? new Map() : readTable(folder);
    lastModified = modified;
    return table;
  };
}

function readTable(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => Object.entries<string>(JSON.parse(readFileSync(join(folder, name), 'utf8')))),
  );
}

/** The new address for an old one; undefined if there is none. */
function redirectTarget(table: ReadonlyMap<string, string>, path: string, query: string): string | undefined {
  if (table.size === 0) return undefined;
  return oldAddressKeys(encodePath(path), query)
    .map((key) => table.get(key))
    .find((address) => address !== undefined);
}

function sendText(response: ServerResponse, status: number, sentence: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

function refuseMethod(response: ServerResponse): void {
  response.setHeader('Allow', 'GET, HEAD');
  sendText(response, 405, 'Ở đây chỉ có thể đọc (GET, HEAD).');
}

function redirect(response: ServerResponse, status: 301 | 302, location: string): void {
  response.writeHead(status, { Location: location, 'Content-Length': '0' }).end();
}

function sendNotFound({ headers }: IncomingMessage, response: ServerResponse, folder: string): void {
  // The page may be published later, so the Cache-Control of its folder must not apply.
  response.setHeader('Cache-Control', 'no-cache');
  response.removeHeader('ETag');
  response.setHeader('Vary', 'Accept-Encoding');
  const page = join(folder, '404.html');
  const [smallest] = currentPrecompressed(page, headers['accept-encoding']);
  if (smallest) response.setHeader('Content-Encoding', smallest.encoding);
  response
    .writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
    .end(readFileSync(smallest ? smallest.path : page));
}
