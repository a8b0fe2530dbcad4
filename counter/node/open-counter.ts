import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Counter } from '../core/counter.ts';
import { CounterStore } from '../core/counter-store.ts';
import {
  type CounterResponse,
  counterPrefix,
  handleRequest,
  internalError,
  requestContext,
} from '../core/handle-request.ts';
import type { CounterSettings } from './counter-settings.ts';
import { fileSaltStore } from './file-salt-store.ts';
import { GroupCommitCounter } from './group-commit-counter.ts';
import { openDatabase } from './open-database.ts';
import { readNodeBody } from './read-node-body.ts';
import { sitemapPaths } from './sitemap-paths.ts';

const pruneInterval = 5 * 60_000;

/** An open counter in this process. */
export interface OpenCounter {
  /** Handles a request below the counter's prefix; returns false, and does nothing, for any other. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Deletes what has expired; the counter does it every five minutes by itself. */
  prune(): Promise<void>;
  /** Commits pending hits and closes the database. */
  close(): void;
}

/** Opens a counter; `warn` receives Vietnamese messages for the operator, which never contain visitor data. */
export function openCounter(
  settings: CounterSettings,
  warn: (message: string) => void,
  clock: () => number = Date.now,
): OpenCounter {
  const database = openDatabase(settings.database);
  const counter = new Counter({
    store: new CounterStore(database),
    salts: fileSaltStore(settings.saltFile, warn),
    keyBytes: 6,
    maxKeys: 1_000_000,
    maxPendingHits: 100_000,
  });
  const counts = new GroupCommitCounter(counter, database, clock, warn);
  void counts.restore().then(() => counts.prune());
  const timer = setInterval(() => void counts.prune(), pruneInterval).unref();
  const { siteOrigin, adminToken, trustedHeader } = settings;
  const context = requestContext(
    {
      counter: counts,
      paths: sitemapPaths(settings.sitemap, clock, warn),
      ...(siteOrigin && { siteOrigin }),
      ...(adminToken && { adminToken }),
    },
    clock,
  );

  const warnOfProxy = warnOnce(
    warn,
    'Có máy chủ web đứng trước bộ đếm mà COUNTER_TRUSTED_HEADER chưa đặt: mọi người đọc bị coi là một, nửa giờ chỉ đếm được 120 lượt. Sau nginx hay Caddy của deploy/ thì đặt COUNTER_TRUSTED_HEADER=X-Real-IP.',
  );
  return {
    handle(request, response) {
      const { method = 'GET', url = '/' } = request;
      const queryIndex = url.indexOf('?');
      const path = queryIndex < 0 ? url : url.slice(0, queryIndex);
      if (path !== counterPrefix && !path.startsWith(`${counterPrefix}/`)) return false;
      const { headers } = request;
      if (!trustedHeader && isForwarded(headers) && isLoopback(request.socket.remoteAddress)) warnOfProxy();
      handleRequest(
        {
          method,
          path,
          query: queryIndex < 0 ? '' : url.slice(queryIndex + 1),
          ip: trustedHeader ? singleValue(headers[trustedHeader]) : request.socket.remoteAddress,
          header: (name) => singleValue(headers[name]),
          readBody: (limit) => readNodeBody(request, limit),
        },
        context,
      ).then(
        (result) => send(method, result, response),
        (error: unknown) => {
          // A client that closed the connection is not an error of the counter.
          if (request.destroyed) return response.destroy();
          warn(`Lỗi trong bộ đếm: ${error instanceof Error ? error.stack : String(error)}`);
          send(method, internalError, response);
        },
      );
      return true;
    },
    prune: () => counts.prune(),
    close() {
      clearInterval(timer);
      counts.close();
      database.close();
    },
  };
}

function warnOnce(warn: (message: string) => void, message: string): () => void {
  let isWarned = false;
  return () => {
    if (!isWarned) warn(message);
    isWarned = true;
  };
}

/** Whether a proxy sent the request, as it says itself. */
function isForwarded(headers: IncomingHttpHeaders): boolean {
  return ['x-real-ip', 'x-forwarded-for', 'forwarded'].some((name) => headers[name] !== undefined);
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}

function singleValue(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function send(method: string, { status, headers, body }: CounterResponse, response: ServerResponse): void {
  const length = status === 304 ? {} : { 'Content-Length': Buffer.byteLength(body) };
  // The rest of a body that is too long is not read.
  const close = status === 413 ? { Connection: 'close' } : {};
  response.writeHead(status, { ...headers, ...length, ...close });
  response.end(method === 'HEAD' ? undefined : body);
}
