import { createServer, type RequestListener, type Server } from 'node:http';

/** A server that listens. */
export interface OpenServer {
  /** "http://127.0.0.1:8080" */
  readonly origin: string;
  readonly server: Server;
  /** Accepts nothing more, lets what is under way be answered, then runs what joined in, in its order. */
  close(): Promise<void>;
}

/** Where a server listens, and what else ends with it. */
export interface ServerOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly closing?: readonly (() => Promise<void> | void)[];
}

/** Readers that hold the end up are cut off after this. */
const patience = 10_000;

/** Opens a server with the limits of one that anyone can reach. */
export async function openServer(
  listener: RequestListener,
  { host, port, closing = [] }: ServerOptions,
): Promise<OpenServer> {
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 8 * 1024 },
    listener,
  );
  server.timeout = 60_000;
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      ready();
    });
  });
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound ? bound.port : port;

  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    server,
    async close() {
      const closed = new Promise((done) => server.close(done));
      // However busy a connection is, it ends with the answer it waits for.
      server.prependListener('request', (_request, response) => {
        response.shouldKeepAlive = false;
      });
      // What was being answered just now becomes idle a moment later.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const cutOff = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearInterval(idle);
      clearTimeout(cutOff);
      for (const end of closing) await end();
    },
  };
}
