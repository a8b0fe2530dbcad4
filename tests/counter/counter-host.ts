import { request } from 'node:http';

/** What every contract host counts. */
export const paths = ['/', '/a/', '/b/', '/tin-tức/một&hai/', '/tep'];

export const sitemap = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
  .map((path) => `<url><loc>https://example.org${encodeURI(path).replaceAll('&', '&amp;')}</loc></url>`)
  .join('')}</urlset>`;

export const adminToken = 'khóa-này-chỉ-dùng-để-thử'
  .normalize('NFD')
  .replace(/[^a-z-]/g, '')
  .padEnd(43, '0');
export const siteUrl = 'https://example.org';

/** A counter that listens on 127.0.0.1, behind what names the client's address in a header. */
export interface CounterHost {
  readonly port: number;
  readonly addressHeader: string;
  stop(): Promise<void>;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sent in chunks, without Content-Length. */
  readonly chunked?: boolean;
  readonly address?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One request as it is written here: no client adds or tidies anything. `path` stands below the prefix. */
export function ask(
  { port, addressHeader }: CounterHost,
  path: string,
  { method = 'GET', headers = {}, body, chunked = false, address }: Asked = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        // A connection of its own: after a body that was too long it is closed.
        agent: false,
        method,
        path: `/api/count/v1${path}`,
        headers: {
          ...(address && { [addressHeader]: address }),
          ...(body !== undefined && !chunked && { 'Content-Length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    if (chunked && body !== undefined) sent.write(body);
    sent.end(chunked ? undefined : body);
  });
}

/** A browser of its own version: another visitor for each number. */
export function browser(version = 140): string {
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
}

export interface Hit {
  readonly address?: string;
  readonly userAgent?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A hit as a page of the site sends it. */
export function hit(
  host: CounterHost,
  path: string,
  { address, userAgent = browser(), headers = { 'Sec-Fetch-Site': 'same-origin' } }: Hit = {},
): Promise<Answered> {
  return ask(host, '/hit', {
    method: 'POST',
    body: path,
    ...(address && { address }),
    headers: { 'Content-Type': 'text/plain;charset=UTF-8', 'User-Agent': userAgent, ...headers },
  });
}

let last = 0;

/** An IPv4 address that no test has used. */
export function freshAddress(): string {
  last++;
  return `100.64.${last >> 8}.${last & 255}`;
}
