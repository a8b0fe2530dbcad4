import type { IncomingHttpHeaders } from 'node:http';
import { headersFor } from '#site/assets/headers.ts';
import { gamblingPhrases } from '#vietnamese/gambling-phrases.ts';
import { type BuiltFile, type BuiltSite, isPage } from './built-site.ts';
import type { Deviation } from './difference.ts';
import { pageChange } from './page-change.ts';
import type { Answer } from './site-client.ts';

const textFile = /\.(?:html|css|js|json|xml|txt|svg|webmanifest|csv)$/;

/** The bytes that were built, or their hash where they are too many to be held. */
export interface BuiltBytes {
  readonly bytes?: Buffer;
  readonly sha256: string;
}

/** In what an answer differs from the file that was built; none if it is the same. Its status is 200, 404 or 410. */
export function judgeAnswer(site: BuiltSite, file: BuiltFile, built: BuiltBytes, answer: Answer): Deviation[] {
  if (answer.status === 404 || answer.status === 410)
    return [{ kind: 'missing', what: `gặp mã ${answer.status}: thiếu trên mạng`, detail: '' }];
  return [...judgeHeaders(site, file, answer), ...judgeBody(file, built, answer)];
}

function judgeBody(file: BuiltFile, built: BuiltBytes, answer: Answer): Deviation[] {
  const encoding = answer.headers['content-encoding'];
  if (answer.isDamaged)
    return [{ kind: 'changed', what: `nhận được bản nén hỏng (${encoding}), không mở được`, detail: '' }];
  if (!answer.isCut && answer.sha256 === built.sha256) return [];
  if (built.bytes && textFile.test(file.path)) {
    const found = pageChange(built.bytes.toString('utf8'), answer.body.toString('utf8'), isPage(file));
    if (found.length > 0) return found.map((each) => ofKind(file, each));
  }
  const size = answer.isCut ? `hơn ${answer.size}` : answer.size;
  return [{ kind: 'changed', what: 'nhận được tệp khác bản dựng', detail: `${size} byte, bản dựng ${file.size} byte` }];
}

/** A changed script does whatever its author wants. */
function ofKind({ path }: BuiltFile, found: Deviation): Deviation {
  return path.endsWith('.js') ? { ...found, kind: 'injected', what: 'nhận được mã JavaScript đã bị sửa' } : found;
}

function judgeHeaders(site: BuiltSite, file: BuiltFile, { headers, url }: Answer): Deviation[] {
  const found: Deviation[] = [...judgeMoves(headers, url)];
  const expected = new Map(headersFor(site.headers, file.address).map(([name, value]) => [name.toLowerCase(), value]));
  const robots = String(headers['x-robots-tag'] ?? '');
  if (/noindex|none/i.test(robots) && !/noindex/.test(expected.get('x-robots-tag') ?? ''))
    found.push({ kind: 'header', what: `bị giấu khỏi máy tìm kiếm (X-Robots-Tag: ${robots})`, detail: '' });
  const type = headers['content-type'] ?? '';
  if (isPage(file) !== /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type) && (isPage(file) || type !== ''))
    found.push({ kind: 'header', what: `nhận được tệp sai loại (Content-Type: ${type || 'không có'})`, detail: '' });
  return found;
}

/** Headers by which a server sends readers, or search engines, to another address. */
function judgeMoves(headers: IncomingHttpHeaders, url: string): Deviation[] {
  const found: Deviation[] = [];
  const refresh = headers['refresh'];
  if (refresh !== undefined)
    found.push({ kind: 'redirect', what: `bị chuyển đi (tiêu đề Refresh: ${refresh})`, detail: '' });
  const [, canonical] = /<([^>]*)>\s*;[^,]*\brel\s*=\s*"?canonical/i.exec(String(headers['link'] ?? '')) ?? [];
  if (canonical !== undefined && isElsewhere(canonical, url))
    found.push({ kind: 'redirect', what: `bị nói rằng trang gốc ở ${canonical} (tiêu đề Link)`, detail: '' });
  return found;
}

function isElsewhere(target: string, url: string): boolean {
  return URL.canParse(target, url) && new URL(target, url).host !== new URL(url).host;
}

/** What is wrong with the answer at an address that the site does not have; none if it says so with the page of the site. */
export function judgeUnknown({ notFoundPage }: BuiltSite, answer: Answer): Deviation[] {
  const page = answer.body.toString('utf8');
  const moves = judgeMoves(answer.headers, answer.url);
  if (answer.status === 404 || answer.status === 410) {
    const changes = notFoundPage === undefined ? [] : pageChange(notFoundPage, page, true);
    return [
      ...moves,
      ...changes.map((change) =>
        change.kind === 'changed'
          ? { ...change, what: 'gặp trang báo “không có” khác với 404.html của bản dựng' }
          : { ...change, what: `${change.what}, ở trang báo “không có”` },
      ),
    ];
  }
  // Nothing is shown there, and search engines keep nothing of it.
  if (answer.status >= 400) return moves;
  const [, title = ''] = /<title[^>]{0,200}>([^<]{0,300})/i.exec(page) ?? [];
  const [phrase] = gamblingPhrases(page.slice(0, 200_000));
  return [
    ...moves,
    {
      kind: 'unknown',
      what: `được trả lời ${answer.status} ở địa chỉ không có trong bản dựng`,
      detail: [title.trim() && `tiêu đề “${title.trim()}”`, phrase && `có chữ quảng cáo cờ bạc “${phrase.text}”`]
        .filter(Boolean)
        .join(', '),
    },
  ];
}

/** Why an answer shows nothing of the page, in Vietnamese; undefined if it can be judged. */
export function unseenReason({ status, headers, body }: Answer): string | undefined {
  const filter = status >= 400 ? filterName(headers, body.subarray(0, 20_000).toString('latin1')) : undefined;
  if (filter)
    return `bộ lọc robot của ${filter} chặn lệnh này (mã ${status}): cho địa chỉ IP của máy này đi qua rồi chạy lại`;
  if (status === 401) return 'máy chủ đòi mật khẩu (mã 401)';
  if (status === 429) return 'máy chủ bảo hỏi ít lại (mã 429)';
  if (status >= 500) return `máy chủ gặp lỗi (mã ${status})`;
  return undefined;
}

function filterName(headers: IncomingHttpHeaders, page: string): string | undefined {
  if (headers['cf-mitigated'] !== undefined || /cf-chl-|\/cdn-cgi\/challenge-platform\//.test(page))
    return 'Cloudflare';
  if (/sucuri/i.test(String(headers['server'] ?? '') + String(headers['x-sucuri-id'] ?? ''))) return 'Sucuri';
  if (/Incapsula incident|_Incapsula_Resource/.test(page)) return 'Imperva';
  if (/ddos-guard/i.test(String(headers['server'] ?? ''))) return 'DDoS-Guard';
  return undefined;
}
