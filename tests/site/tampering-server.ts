import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { siteRequestListener } from '#server/site-request-listener.ts';
import { openTestServer } from '../open-hub.ts';

/** What a tampered server answers instead of the built file. */
export interface Answered {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Answers a request to an address in place of the server, or leaves it to the server; `page` is the built text there. */
export type Tampering = (request: IncomingMessage, page: string) => Answered | undefined;

/** The tamperings of a server by path; "*" is for every path without a file. */
export type Tamperings = Readonly<Record<string, Tampering>>;

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', xml: 'application/xml', txt: 'text/plain' };

/** Serves a built site below a path, as one that was broken into does. Closed after the test. Returns its root URL. */
export async function openTamperedServer(folder: string, tamperings: Tamperings, base = ''): Promise<string> {
  const serve = siteRequestListener(folder, [], base);
  const textAt = (path: string) => {
    try {
      return readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    } catch {
      return undefined;
    }
  };
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const path = decodeURI((request.url ?? '').split('?')[0] ?? '').slice(base.length);
    const page = textAt(path);
    const tampering = tamperings[path] ?? (page === undefined ? tamperings['*'] : undefined);
    const answered = tampering?.(request, page ?? '');
    if (!answered) return serve(request, response);
    const { status = 200, headers = {}, body = page ?? '' } = answered;
    const [type] = Object.entries(types).flatMap(([end, found]) => (path.endsWith(end) ? [found] : []));
    response.writeHead(status, { 'Content-Type': type ?? 'text/html; charset=utf-8', ...headers }).end(body);
  };
  return `${(await openTestServer(listener)).origin}${base}/`;
}

/** The conditions under which broken sites answer otherwise. */
export const isGooglebot = ({ headers }: IncomingMessage) => /Googlebot/.test(headers['user-agent'] ?? '');
export const isFromGoogle = ({ headers }: IncomingMessage) => /google\./.test(headers.referer ?? '');
export const isPhone = ({ headers }: IncomingMessage) =>
  /Android|iPhone/.test(headers['user-agent'] ?? '') && !/bot/i.test(headers['user-agent'] ?? '');
