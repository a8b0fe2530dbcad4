import { createHash } from 'node:crypto';
import { Agent as HttpAgent, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Visitor } from './visitors.ts';

/** What a server answered, decompressed. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The first bytes, up to the limit that was asked for. */
  readonly body: Buffer;
  /** Of the whole body; of what came before the limit if it was longer. */
  readonly size: number;
  readonly sha256: string;
  /** Whether the body is longer than the limit. */
  readonly isCut: boolean;
  /** Whether the compressed form cannot be decompressed. */
  readonly isDamaged: boolean;
}

/** Why there is no answer, in Vietnamese. */
export interface Unanswered {
  readonly reason: string;
  /** Whether the host does not exist (DNS). */
  readonly isUnknownHost?: boolean;
}

export interface ClientOptions {
  /** In ms without a byte. */
  readonly timeout?: number;
  /** In ms, before a request that failed is made again, once for each. */
  readonly retryPauses?: readonly number[];
  /** In ms: how long a server may ask to wait (Retry-After), at once and in all. */
  readonly longestPause?: number;
  readonly allPauses?: number;
  /** How many requests may fail one after another before nothing more is asked. */
  readonly failuresInRow?: number;
}

export interface AskOptions {
  /** In bytes: what is read of a body at most. */
  readonly limit?: number;
  /** In bytes: what is kept of it. */
  readonly kept?: number;
}

/** A whole answer may take this many times as long as a byte. */
const wholeAnswer = 8;

/** Asks a site with a limited number of connections, which stay open. It follows no redirect and keeps no cookie. */
export class SiteClient {
  readonly #agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  readonly #options: Required<ClientOptions>;
  #failures = 0;
  #paused = 0;
  #pause: Promise<void> | undefined;
  #broken: string | undefined;
  #requests = 0;

  constructor(connections: number, options: ClientOptions = {}) {
    const agentOptions = { keepAlive: true, maxSockets: connections };
    this.#agents = { http: new HttpAgent(agentOptions), https: new HttpsAgent(agentOptions) };
    this.#options = {
      ...{ timeout: 20_000, retryPauses: [500, 2_000], longestPause: 60_000, allPauses: 300_000, failuresInRow: 12 },
      ...options,
    };
  }

  /** How many requests were made. */
  get requests(): number {
    return this.#requests;
  }

  /** Why nothing is asked any more: one request after another failed. */
  get broken(): string | undefined {
    return this.#broken;
  }

  close(): void {
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }

  /** The answer to a GET; asked again after errors of the connection, 429 and 5xx. */
  async ask(url: URL, visitor: Visitor, options: AskOptions = {}): Promise<Answer | Unanswered> {
    let last: Answer | Unanswered = { reason: '' };
    for (const pause of [0, ...this.#options.retryPauses]) {
      if (pause > 0) await wait(pause);
      await this.#pause;
      if (this.#broken !== undefined) return { reason: this.#broken };
      last = await this.#askOnce(url, visitor, options);
      if ('reason' in last) continue;
      if (last.status !== 429 && last.status < 500) return last;
      if (!(await this.#waitFor(last.headers['retry-after']))) return last;
    }
    if ('reason' in last && ++this.#failures >= this.#options.failuresInRow) this.#broken ??= last.reason;
    return last;
  }

  async #askOnce(url: URL, visitor: Visitor, options: AskOptions): Promise<Answer | Unanswered> {
    this.#requests++;
    let timedOut: Error | undefined;
    const onTimeout = (error: Error) => {
      timedOut = error;
    };
    try {
      const answer = await readAnswer(await this.#open(url, visitor, onTimeout), url, options);
      this.#failures = 0;
      return answer;
    } catch (error) {
      // In the middle of an answer it looks like a connection that was cut.
      const failure = (timedOut ?? error) as NodeJS.ErrnoException;
      return { reason: connectionProblem(failure, url), isUnknownHost: failure.code === 'ENOTFOUND' };
    }
  }

  #open(url: URL, { headers }: Visitor, onTimeout: (error: Error) => void): Promise<IncomingMessage> {
    const { timeout } = this.#options;
    const isSecure = url.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const request = (isSecure ? requestHttps : requestHttp)(url, {
        agent: isSecure ? this.#agents.https : this.#agents.http,
        headers,
        timeout,
        signal: AbortSignal.timeout(wholeAnswer * timeout),
      });
      request.on('timeout', () => {
        const error = Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' });
        onTimeout(error);
        request.destroy(error);
      });
      request.on('error', reject);
      request.on('response', resolve);
      request.end();
    });
  }

  /** Waits as long as a server asks for; false if that is too long. All requests wait together. */
  async #waitFor(retryAfter: string | undefined): Promise<boolean> {
    if (retryAfter === undefined) return true;
    const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
    const pause = Math.max(0, seconds * 1000);
    if (!(pause <= this.#options.longestPause)) return false;
    if (this.#pause === undefined) {
      this.#paused += pause;
      if (this.#paused > this.#options.allPauses) return false;
      this.#pause = wait(pause).finally(() => {
        this.#pause = undefined;
      });
    }
    await this.#pause;
    return true;
  }
}

async function readAnswer(
  response: IncomingMessage,
  url: URL,
  { limit = 2 ** 22, kept = limit }: AskOptions,
): Promise<Answer> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let [size, keptSize, isCut, isDamaged] = [0, 0, false, false];
  const body = decompressed(response);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      const bytes = chunk.subarray(0, limit - size);
      size += bytes.length;
      hash.update(bytes);
      if (keptSize < kept) chunks.push(bytes.subarray(0, kept - keptSize));
      keptSize += bytes.length;
      isCut = bytes.length < chunk.length;
      if (isCut) break;
    }
  } catch (error) {
    // An error of zlib: the bytes came, but are not what they are said to be.
    if (!/^(?:Z_|ERR_BROTLI|ERR__ERROR|ERR_)/.test((error as NodeJS.ErrnoException).code ?? '') || !response.complete)
      throw error;
    isDamaged = true;
  }
  if (isCut) response.destroy();
  const { statusCode: status = 0, headers } = response;
  return {
    url: url.href,
    status,
    headers,
    body: Buffer.concat(chunks),
    size,
    sha256: hash.digest('hex'),
    isCut,
    isDamaged,
  };
}

function decompressed(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase();
  const decoder =
    encoding === 'br'
      ? createBrotliDecompress()
      : encoding === 'gzip' || encoding === 'x-gzip'
        ? createGunzip()
        : encoding === 'deflate'
          ? createInflate()
          : undefined;
  if (!decoder) return response;
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

const certificateProblems: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'chứng chỉ TLS đã hết hạn',
  CERT_NOT_YET_VALID: 'chứng chỉ TLS chưa tới ngày dùng (đồng hồ máy này có đúng không?)',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'chứng chỉ TLS tự ký, không ai bảo đảm',
  SELF_SIGNED_CERT_IN_CHAIN: 'chứng chỉ TLS tự ký, không ai bảo đảm',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'máy chủ không gửi đủ chuỗi chứng chỉ TLS',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'không rõ ai cấp chứng chỉ TLS',
  ERR_TLS_CERT_ALTNAME_INVALID: 'chứng chỉ TLS là của tên miền khác',
};

const connectionProblems: Readonly<Record<string, string>> = {
  ENOTFOUND: 'tên miền không có (DNS)',
  EAI_AGAIN: 'không hỏi được DNS: máy này có mạng không?',
  ECONNREFUSED: 'máy chủ không nhận kết nối',
  ECONNRESET: 'kết nối đứt giữa chừng',
  EPIPE: 'kết nối đứt giữa chừng',
  ETIMEDOUT: 'quá lâu không trả lời',
  ABORT_ERR: 'quá lâu không trả lời hết',
  EHOSTUNREACH: 'không tới được máy chủ',
  ENETUNREACH: 'máy này không có mạng',
  EPROTO: 'không bắt tay được TLS',
};

/** Why a request got no answer, in Vietnamese. */
function connectionProblem(error: NodeJS.ErrnoException, { hostname }: URL): string {
  const code = error.name === 'TimeoutError' ? 'ABORT_ERR' : (error.code ?? '');
  const known = certificateProblems[code] ?? connectionProblems[code];
  const own = /^HPE_/.test(code) ? 'trả lời không đúng HTTP' : `lỗi kết nối ${code || error.message}`;
  return `${known ?? own} (${hostname})`;
}
