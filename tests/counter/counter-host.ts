import { request } from 'node:http';

/** The paths in the sitemap of every host. */
export const listedPaths = ['/', '/a/', '/b/', '/tin-tức/một&hai/', '/tep'];

export const sitemapXml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${listedPaths
  .map((path) => `<url><loc>https://example.org${encodeURI(path).replaceAll('&', '&amp;')}</loc></url>`)
  .join('')}</urlset>`;

export const testAdminToken = 'khóa-này-chỉ-dùng-để-thử'
  .normalize('NFD')
  .replace(/[^a-z-]/g, '')
  .padEnd(43, '0');
export const testSiteUrl = 'https://example.org';

/** A counter that listens on 127.0.0.1 and reads the client's IP address from a header, as behind a proxy. */
export interface CounterHost {
  readonly port: number;
  readonly ipHeader: string;
  stop(): Promise<void>;
}

export interface CounterRequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sent in chunks, without Content-Length. */
  readonly chunked?: boolean;
  readonly ip?: string;
}

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Sends one request exactly as given, without headers of an HTTP client. `path` is relative to the prefix. */
export function sendRequest(
  { port, ipHeader }: CounterHost,
  path: string,
  { method = 'GET', headers = {}, body, chunked = false, ip: address }: CounterRequestOptions = {},
): Promise<ReceivedResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        // A new connection each time: the server closes it after a body that is too long.
        agent: false,
        method,
        path: `/api/count/v1${path}`,
        headers: {
          ...(address && { [ipHeader]: address }),
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
    outgoing.on('error', reject);
    if (chunked && body !== undefined) outgoing.write(body);
    outgoing.end(chunked ? undefined : body);
  });
}

/** The user agent of a browser; each version is another visitor. */
export function browserUserAgent(version = 140): string {
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
}

export interface HitOptions {
  readonly ip?: string;
  readonly userAgent?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a hit as a page of the site does. */
export function sendHit(
  host: CounterHost,
  path: string,
  { ip: address, userAgent = browserUserAgent(), headers = { 'Sec-Fetch-Site': 'same-origin' } }: HitOptions = {},
): Promise<ReceivedResponse> {
  return sendRequest(host, '/hit', {
    method: 'POST',
    body: path,
    ...(address && { ip: address }),
    headers: { 'Content-Type': 'text/plain;charset=UTF-8', 'User-Agent': userAgent, ...headers },
  });
}

let lastAddress = 0;

/** An IPv4 address that no test of this process has used. */
export function unusedIpAddress(): string {
  lastAddress++;
  return `100.64.${lastAddress >> 8}.${lastAddress & 255}`;
}
