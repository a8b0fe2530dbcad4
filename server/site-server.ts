import { fstatSync, ReadStream, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import sirv from 'sirv';
import { oldAddressesFolder, oldAddressKeys } from '#news/old-address.ts';
import { headersFor, type PathHeaders, parseHeadersFile } from '#site/assets/headers.ts';
import { isCompressedForm, isCurrent } from '#site/build/precompress.ts';
import { acceptedEncodings } from './accepted-encodings.ts';
import { plainRange } from './plain-range.ts';
import { encodedPath, requestedPath } from './requested-path.ts';

/** Answers a request, or says false and leaves it to the next. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Sends a page of the folder, "/bai-viet/tin/index.html" or, for what is missing, "/404.html"; or says false and leaves it. */
export type SendPage = (response: ServerResponse, status: 200 | 404, file: string) => boolean;

/**
 * Answers with the built site in a folder, below `base`, with the headers of its own `_headers`; `handlers` come first,
 * and pages are left to `sendPage`.
 */
export function siteServer(
  folder: string,
  handlers: readonly Handler[] = [],
  base = '',
  sendPage: SendPage = () => false,
): RequestListener {
  const headerTable = rereadHeaders(join(folder, '_headers'));
  // `dev` looks at the disk at every request, so that what was just published is served as it is.
  const serveFile = sirv(folder, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders: (response, path, stats) => {
      response.removeHeader('ETag');
      const type = types.get(extname(path).toLowerCase());
      if (type) response.setHeader('Content-Type', type);
      response.once('pipe', (source) => guardStream(source, response, stats));
    },
  });

  const oldAddresses = rereadTable(join(folder, oldAddressesFolder));
  const decodedBase = decodeURIComponent(base);

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const requested = requestedPath(request.url ?? '');
    const path = requested?.path === undefined ? undefined : pathBelow(requested.path, decodedBase);
    response.setHeader('Cache-Control', 'no-cache');
    for (const [name, value] of headersFor(headerTable(), path ?? '/')) response.setHeader(name, value);

    const moved = path === undefined ? undefined : movedTo(oldAddresses(), path, requested?.query ?? '');
    const found = path === undefined ? undefined : findFile(folder, path);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      say(response, 405, 'Ở đây chỉ có thể đọc (GET, HEAD).');
    } else if (!requested) say(response, 400, 'Địa chỉ này không đúng dạng.');
    else if (base !== '' && requested.path === '/') redirect(response, 302, `${base}/`);
    else if (path === '') redirect(response, 301, `${base}/${requested.query}`);
    else if (moved !== undefined) redirect(response, 301, moved);
    else if (found === 'folder') redirect(response, 301, `${base}${encodedPath(`${path}/`)}${requested.query}`);
    else if (found === undefined) {
      if (!sendPage(response, 404, '/404.html')) notFound(request, response, folder);
    } else if (!found.endsWith('.html') || !sendPage(response, 200, found)) {
      forSirv(request, join(folder, found));
      request.url = encodeURI(found);
      response.setHeader('Vary', 'Accept-Encoding');
      // For the 304, which sirv sends without it; any other answer gets its own above.
      if (request.headers['if-none-match']) response.setHeader('ETag', request.headers['if-none-match']);
      serveFile(request, response, () => notFound(request, response, folder));
    }
  }

  return (request, response) => {
    try {
      if (!handlers.some((handler) => handler(request, response))) answer(request, response);
    } catch (error) {
      console.error(error);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'Máy chủ gặp lỗi, xin thử lại sau.');
    }
  };
}

/** Texts that cannot say in themselves that they are UTF-8, and kinds of attachments sirv knows no type of (IANA's registry). */
const types = new Map([
  ['.csv', 'text/csv; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['.xls', 'application/vnd.ms-excel'],
  ['.ppt', 'application/vnd.ms-powerpoint'],
  ['.odt', 'application/vnd.oasis.opendocument.text'],
  ['.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['.odp', 'application/vnd.oasis.opendocument.presentation'],
]);

/** "/hoi/bai-viet/" below "/hoi" → "/bai-viet/"; undefined for what does not lie below it. */
function pathBelow(path: string, base: string): string | undefined {
  return path === base || path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

/** The path of the file that answers an address; 'folder' when the address lacks its slash. */
function findFile(folder: string, path: string): string | 'folder' | undefined {
  if (path === '' || path.startsWith('/_') || isCompressedForm(path)) return undefined;
  if (path.endsWith('/')) return isFileWithin(folder, `${path}index.html`) ? `${path}index.html` : undefined;
  if (isFileWithin(folder, path)) return path;
  return isFileWithin(folder, `${path}/index.html`) ? 'folder' : undefined;
}

/** Links that lead out of the folder lead nowhere. */
function isFileWithin(folder: string, path: string): boolean {
  try {
    const file = realpathSync(join(folder, path));
    return file.startsWith(`${realpathSync(folder)}${sep}`) && statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Leaves in a request only what sirv reads as HTTP means it, and only compressed forms that are not older than their file. */
function forSirv(request: IncomingMessage, file: string): void {
  const { headers } = request;
  headers['accept-encoding'] = currentForms(file, headers['accept-encoding'])
    .map(({ encoding }) => encoding)
    .join(', ');
  const range = request.method === 'GET' && !headers['if-range'] ? plainRange(headers.range) : undefined;
  if (range === undefined) delete headers.range;
}

/** The compressed forms of a file that a reader takes and that are not older than it, the smallest first. */
function currentForms(file: string, accepted: string | undefined) {
  const now = statSync(file);
  return acceptedEncodings(accepted)
    .map((encoding) => ({ encoding, form: `${file}.${encoding === 'br' ? 'br' : 'gz'}` }))
    .filter(({ form }) => isCurrent(now, statSync(form, { throwIfNoEntry: false })));
}

/** sirv opens a file after it has told its length: a file replaced in between, or gone, ends the answer, not the server. */
function guardStream(source: NodeJS.ReadableStream, response: ServerResponse, told: Stats): void {
  if (!(source instanceof ReadStream)) return;
  source.once('open', (descriptor) => {
    const opened = fstatSync(descriptor);
    if (opened.ino !== told.ino || opened.size !== told.size) response.destroy();
  });
  source.once('error', () => response.destroy());
  response.once('close', () => source.destroy());
}

/** The table of a `_headers` file, read again when the file is another one. */
function rereadHeaders(file: string): () => readonly PathHeaders[] {
  let known: Stats | undefined;
  let table: readonly PathHeaders[] = [];
  return () => {
    const now = statSync(file, { throwIfNoEntry: false });
    if (now?.ino !== known?.ino || now?.mtimeMs !== known?.mtimeMs || now?.size !== known?.size)
      table = now ? parseHeadersFile(readFileSync(file, 'utf8')) : [];
    known = now;
    return table;
  };
}

/** The table of old addresses in its parts, read again when one of them was replaced. */
function rereadTable(folder: string): () => ReadonlyMap<string, string> {
  let known: number | undefined;
  let table: ReadonlyMap<string, string> = new Map();
  return () => {
    const now = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (now !== known) table = now === undefined ? new Map() : readTable(folder);
    known = now;
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

/** Where what stood at an address before stands now. */
function movedTo(table: ReadonlyMap<string, string>, path: string, query: string): string | undefined {
  if (table.size === 0) return undefined;
  return oldAddressKeys(encodedPath(path), query)
    .map((key) => table.get(key))
    .find((to) => to !== undefined);
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

function redirect(response: ServerResponse, status: 301 | 302, location: string): void {
  response.writeHead(status, { Location: location, 'Content-Length': '0' }).end();
}

function notFound({ headers }: IncomingMessage, response: ServerResponse, folder: string): void {
  // What is missing today may be there tomorrow, whatever the table says of its folder.
  response.setHeader('Cache-Control', 'no-cache');
  response.removeHeader('ETag');
  response.setHeader('Vary', 'Accept-Encoding');
  const page = join(folder, '404.html');
  const [smallest] = currentForms(page, headers['accept-encoding']);
  if (smallest) response.setHeader('Content-Encoding', smallest.encoding);
  response
    .writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
    .end(readFileSync(smallest ? smallest.form : page));
}
