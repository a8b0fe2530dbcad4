import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { originForm, requestedHost } from './requested-host.ts';

/** A listening server. */
export interface OpenServer {
  /** "http://127.0.0.1:8080" */
  readonly origin: string;
  readonly server: Server;
  /** Stops accepting connections, waits for running requests, then calls the `onClose` functions in their order. */
  close(): Promise<void>;
}

/** Where a server listens, and what is called after it has closed. */
export interface ServerOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly onClose?: readonly (() => Promise<void> | void)[];
  /** Whether the server answers for a host name; by default for every one. */
  readonly isAllowedHost?: (hostname: string) => boolean;
}

/** In ms: connections that are still open this long after `close` are cut off. */
const closeTimeout = 10_000;
/** In ms: how long a connection may send nothing, before its first request and in the middle of one. */
const [firstRequestTimeout, idleTimeout] = [5_000, 60_000];

/** Starts a server with the timeouts and limits of one on the public internet. */
export async function openServer(
  listener: RequestListener,
  { host, port, onClose = [], isAllowedHost = () => true }: ServerOptions,
): Promise<OpenServer> {
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 8 * 1024 },
    (request, response) => {
      // For every later request of the connection Node sets it to server.timeout.
      if (request.socket.timeout === firstRequestTimeout) request.socket.setTimeout(idleTimeout);
      const hostname = requestedHost(request);
      if (hostname === undefined) return refuse(response, 400, 'Yêu cầu không ghi đúng tên máy chủ (Host).');
      if (hostname !== '' && !isAllowedHost(hostname))
        return refuse(response, 421, `Máy chủ này không trả lời cho tên “${hostname}”: xem SITE_URL và HOST.`);
      request.url = originForm(request.url ?? '/');
      listener(request, response);
    },
  );
  server.timeout = idleTimeout;
  server.on('connection', (socket) => socket.setTimeout(firstRequestTimeout));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address ? address.port : port;

  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    server,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection in use is closed after its current response.
      server.prependListener('request', (_request, response) => {
        response.shouldKeepAlive = false;
      });
      // A connection becomes idle a moment after its response.
      const idleTimer = setInterval(() => server.closeIdleConnections(), 50);
      const closeTimer = setTimeout(() => server.closeAllConnections(), closeTimeout);
      await closed;
      clearInterval(idleTimer);
      clearTimeout(closeTimer);
      for (const callback of onClose) await callback();
    },
  };
}

function refuse(response: ServerResponse, status: 400 | 421, sentence: string): void {
  response
    .writeHead(status, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      Connection: 'close',
    })
    .end(`${sentence}\n`);
}
