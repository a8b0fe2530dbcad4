import { gamblingPhrases } from '#vietnamese/gambling-phrases.ts';
import type { Deviation } from './difference.ts';
import { minified, suspectedProducts, undoHostRewrites, withoutComments } from './host-rewrites.ts';

const shownLength = 160;

/** Where two texts differ first, and what stands there instead, up to where they are alike again. */
interface Change {
  /** 1-based, in the answered text. */
  readonly line: number;
  readonly added: string;
  readonly removed: string;
}

function changeOf(built: string, answered: string): Change {
  const shorter = Math.min(built.length, answered.length);
  let start = 0;
  while (start < shorter && built.charCodeAt(start) === answered.charCodeAt(start)) start++;
  let end = 0;
  const at = (text: string) => text.charCodeAt(text.length - 1 - end);
  while (end < shorter - start && at(built) === at(answered)) end++;
  // From the beginning of the tag, which both may share: "<a href" of one link and of the next.
  const tag = answered.lastIndexOf('<', start);
  const from = tag > answered.lastIndexOf('>', start - 1) && tag >= start - shownLength ? tag : start;
  return {
    line: answered.slice(0, from).split('\n').length,
    added: answered.slice(from, answered.length - end),
    removed: built.slice(from, built.length - end),
  };
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line;
}

function place(text: string, offset: number, excerpt: string): string {
  return `dòng ${text.slice(0, offset).split('\n').length}: ${shown(excerpt)}`;
}

/** A tag of an HTML text, as written. */
interface Tag {
  readonly offset: number;
  readonly text: string;
}

/** The tags in a text that are not in the built one, or more often than there. */
function addedTags(built: string, answered: string, pattern: RegExp): Tag[] {
  const known = new Map<string, number>();
  for (const [tag] of built.matchAll(pattern)) known.set(tag, (known.get(tag) ?? 0) + 1);
  return Array.from(answered.matchAll(pattern)).flatMap(({ 0: text, index }) => {
    const left = known.get(text) ?? 0;
    known.set(text, left - 1);
    return left > 0 ? [] : [{ offset: index, text }];
  });
}

function attribute(tag: string, name: string): string | undefined {
  const [, quoted, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag) ?? [];
  return (quoted ?? single ?? bare)?.replaceAll('&amp;', '&');
}

/** A host as readers know it, of an address that a page names; undefined for an address on the same site. */
function hostOf(address: string | undefined): string | undefined {
  const [, host] = /^\s*(?:https?:)?\/\/([^/?#\s]+)/i.exec(address ?? '') ?? [];
  return host?.toLowerCase();
}

// Their length is limited, or a server could make them search for hours.
const meta = /<meta\b[^>]{0,2000}>/gi;
const scripts = /<script\b[^>]{0,2000}>/gi;
const links = /<(?:a|area|link|iframe|frame|form|base|object|embed|img|source)\b[^>]{0,2000}>/gi;
const handlers = /<\w[^>]{0,2000}?\son[a-z]{3,20}\s?=[^>]{0,2000}>/gi;
const moves = /\b(?:location\s*(?:\.\s*(?:href|replace|assign)|=(?!=))|window\.open\s*\()/;
const hidden =
  /display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{3,}|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|\shidden\b/i;

/** Where a page sends its readers on by itself, and that search engines are told to leave it out. */
function addedMeta(built: string, answered: string): Deviation | undefined {
  for (const { offset, text } of addedTags(built, answered, meta)) {
    const content = attribute(text, 'content') ?? '';
    const detail = place(answered, offset, text);
    if (/http-equiv\s*=\s*["']?refresh/i.test(text)) {
      const [, target = ''] = /url\s*=\s*["']?([^"';]+)/i.exec(content) ?? [];
      return { kind: 'redirect', what: `bị trang tự chuyển (meta refresh) tới ${target.trim() || 'chính nó'}`, detail };
    }
    if (/robots|googlebot/i.test(attribute(text, 'name') ?? '') && /noindex|none/i.test(content))
      return { kind: 'injected', what: 'thấy trang xin máy tìm kiếm đừng ghi (noindex)', detail };
  }
  return undefined;
}

function addedCode(built: string, answered: string): Deviation | undefined {
  const added = new Set(addedTags(built, answered, scripts).map(({ offset }) => offset));
  for (const { 0: tag, index: offset } of answered.matchAll(scripts)) {
    const source = attribute(tag, 'src');
    if (source !== undefined) {
      if (!added.has(offset)) continue;
      return { kind: 'injected', what: `bị chạy một script lạ: ${source}`, detail: place(answered, offset, tag) };
    }
    const end = answered.indexOf('</script', offset);
    const code = answered.slice(offset, end < 0 ? undefined : end);
    if (built.includes(code)) continue;
    const detail = place(answered, offset, code);
    return moves.test(code)
      ? { kind: 'redirect', what: 'bị chạy một script lạ trong trang, script ấy chuyển đi nơi khác', detail }
      : { kind: 'injected', what: 'bị chạy một script lạ trong trang', detail };
  }
  const [handler] = addedTags(built, answered, handlers);
  return (
    handler && {
      kind: 'injected',
      what: 'bị chạy mã lạ nằm trong một thẻ',
      detail: place(answered, handler.offset, handler.text),
    }
  );
}

function addedLinks(built: string, answered: string): Deviation | undefined {
  const added = addedTags(built, answered, links).flatMap((tag) => {
    const address = ['href', 'src', 'action', 'data'].map((name) => attribute(tag.text, name)).find(Boolean);
    const host = hostOf(address);
    return host === undefined ? [] : [{ ...tag, host }];
  });
  const [first] = added;
  if (!first) return undefined;
  const hosts = [...new Set(added.map(({ host }) => host))];
  const { added: fragment } = changeOf(built, answered);
  const isHidden = hidden.test(fragment.slice(0, 5_000)) ? ' ẩn' : '';
  const [tag = 'a'] = /\w+/.exec(first.text) ?? [];
  const noun = /^(?:a|area)$/i.test(tag) ? `liên kết${isHidden}` : `thẻ <${tag.toLowerCase()}>${isHidden}`;
  const end = /^(?:a|area)$/i.test(tag) ? answered.indexOf('</a>', first.offset) + 4 : 0;
  const excerpt = end > first.offset && end < first.offset + 1_000 ? answered.slice(first.offset, end) : first.text;
  return {
    kind: 'injected',
    what: `thấy ${noun} không có trong bản dựng, tới ${hosts.slice(0, 3).join(', ')}${hosts.length > 3 ? '…' : ''}`,
    detail: place(answered, first.offset, excerpt),
  };
}

/** What a page or a text that differs from the built one does to who sees it: the most dangerous thing. */
function worstChange(built: string, answered: string, isPage: boolean): Deviation {
  if (isPage) {
    const found = addedMeta(built, answered) ?? addedCode(built, answered) ?? addedLinks(built, answered);
    if (found) return found;
  }
  const { line, added, removed } = changeOf(built, answered);
  if (built.startsWith(answered))
    return {
      kind: 'changed',
      what: 'chỉ nhận được phần đầu, tệp bị cắt ngang',
      detail: `${answered.length} trên ${built.length} ký tự`,
    };
  const what = added.trim() === '' ? 'thấy thiếu một đoạn' : 'thấy nội dung khác bản dựng';
  const detail = `dòng ${line}: ${added.trim() === '' ? `mất “${shown(removed)}”` : shown(added)}`;
  return { kind: 'changed', what, detail };
}

/**
 * What differs between a text that was built and one that was answered; none if they are equal. Changes of known products
 * of hosts are told apart from others.
 */
export function pageChange(built: string, answered: string, isPage: boolean): Deviation[] {
  if (built === answered) return [];
  const { original, products } = isPage ? undoHostRewrites(answered) : { original: answered, products: [] };
  const rewritten = products.map(
    (product): Deviation => ({
      kind: 'rewritten',
      what: `thấy trang đã bị máy chủ trung gian viết lại: ${product}`,
      detail: '',
    }),
  );
  const isAlike = isPage && minified(original) === minified(built);
  // White space or a comment that is only added is the work of no minifier.
  const isMinified = isAlike && withoutComments(original).length < withoutComments(built).length;
  if (isMinified)
    return [
      ...rewritten,
      {
        kind: 'rewritten',
        what: 'thấy trang đã bị máy chủ trung gian nén lại khoảng trắng (minify); tắt mục Auto Minify, HTML minification hay pagespeed của nơi đặt trang',
        detail: '',
      },
    ];
  if (isAlike && products.length > 0) return rewritten;
  const worst = worstChange(built, original, isPage);
  const [phrase] = gamblingPhrases(changeOf(built, original).added.slice(0, 200_000));
  const suspected = suspectedProducts(built, original);
  return [
    {
      ...worst,
      ...(phrase && worst.kind === 'changed' && { kind: 'injected' }),
      what: `${worst.what}${phrase ? `, có chữ quảng cáo cờ bạc “${phrase.text}”` : ''}`,
      detail: `${worst.detail}${suspected.map((name) => ` · có thể do ${name}`).join('')}`,
    },
    ...rewritten,
  ];
}
