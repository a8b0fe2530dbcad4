import { connect, type Socket } from 'node:net';
import { counterPrefix } from '#counter/core/handle-request.ts';

/** The pages of the load test. */
export const loadTestPaths: readonly string[] = Array.from({ length: 200 }, (_, n) => `/bai-viet/tin-so-${n}/`);

/** A sitemap of these pages. */
export const loadTestSitemap = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${loadTestPaths.map((path) => `<url><loc>https://example.org${path}</loc></url>`).join('\n')}
</urlset>
`;

/** The path that a visitor opens, by the number of the visitor. */
export function pathOfVisitor(visitor: number): string {
  return loadTestPaths[(visitor * 7) % loadTestPaths.length] ?? '/';
}

/** Fifty user agents of browsers. */
const userAgents: readonly string[] = [
  ...[122, 124, 126, 128, 130, 131, 134, 137, 140, 142].flatMap((version) => [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
    `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`,
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36 Edg/${version}.0.0.0`,
  ]),
  ...['16_6', '17_4', '17_6', '18_1', '18_5'].flatMap((version) => [
    `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version.replace('_', '.')} Mobile/15E148 Safari/604.1`,
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version.replace('_', '.')} Safari/605.1.15`,
  ]),
  ...[115, 128, 133, 140, 145].flatMap((version) => [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`,
    `Mozilla/5.0 (Android 14; Mobile; rv:${version}.0) Gecko/${version}.0 Firefox/${version}.0`,
  ]),
];

/** The HTTP request of a visitor, by its number below 2^24; each visitor has its own network. */
export function hitRequest(visitor: number): string {
  const path = pathOfVisitor(visitor);
  return [
    `POST ${counterPrefix}/hit HTTP/1.1`,
    'Host: example.org',
    'Connection: keep-alive',
    `X-Real-IP: 10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`,
    `User-Agent: ${userAgents[visitor % userAgents.length]}`,
    'Accept: */*',
    'Accept-Language: vi-VN,vi;q=0.9',
    'Accept-Encoding: gzip, deflate, br',
    'Origin: https://example.org',
    'Sec-Fetch-Site: same-origin',
    'Sec-Fetch-Mode: cors',
    'Sec-Fetch-Dest: empty',
    'Content-Type: text/plain;charset=UTF-8',
    `Content-Length: ${path.length}`,
    '',
    path,
  ].join('\r\n');
}

/** A keep-alive connection that sends one request after another, with minimal CPU. */
export class HitConnection {
  readonly #socket: Socket;
  #response = '';
  #pending: ((response: string | undefined) => void) | undefined;
  /** Resolves when the connection is closed. */
  readonly closed: Promise<void>;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => {
      this.#response += chunk;
      const headersEnd = this.#response.indexOf('\r\n\r\n');
      if (headersEnd < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.#response)?.[1] ?? 0);
      if (this.#response.length < headersEnd + 4 + length) return;
      this.#settle(this.#response);
    });
    // A killed server resets the connection; 'close' follows.
    this.#socket.on('error', () => {});
    this.closed = new Promise((resolve) =>
      this.#socket.on('close', () => {
        this.#settle(undefined);
        resolve();
      }),
    );
  }

  /** Sends a request; resolves to the complete response, or to undefined when the connection closed before it. */
  send(request: string): Promise<string | undefined> {
    if (this.#socket.destroyed) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#pending = resolve;
      this.#socket.write(request);
    });
  }

  end(): void {
    this.#socket.destroy();
  }

  #settle(response: string | undefined): void {
    const pending = this.#pending;
    this.#response = '';
    this.#pending = undefined;
    pending?.(response);
  }
}
