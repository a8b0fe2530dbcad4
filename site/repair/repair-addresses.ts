import type { InlinePart } from '#site/markdown/inline-parts.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { completeAddress } from './complete-address.ts';
import { type Repair, type RepairContext, repair, replacement } from './repair.ts';

/** Repairs links and pictures: a space before the address, spaces in it, curly quotes, a link to a Markdown file, no https://. */
export function repairAddresses({ text, inlines }: ParsedBody, context: RepairContext): Repair[] {
  return inlines.flatMap(({ token, parts }) => {
    if (!token.content.includes(']')) return [];
    return parts().flatMap((part) => [
      ...unreadTargets(text, part),
      ...fileLinks(text, part, context),
      ...previewLinks(text, part),
      ...incompleteLinks(text, part),
    ]);
  });
}

const target = /\]( *)\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)/g;
const fileExtension = /\.(?:jpe?g|png|webp|gif|avif|heic|pdf|docx?|xlsx?|pptx?|odt|ods|mp[34]|zip|md)$/i;
/** What some programs let writers add to a picture: "a.jpg =300x200" */
const pictureSize = / =(?:\d{1,5}%?x?|\d{0,5}x)\d{0,5}$/;
const address = /^(?:https?:\/\/|mailto:|tel:|\/[\p{L}\d]|#[\p{L}\d])/u;

/** Targets that were left as text: "] (https://…)", "](hai chữ.jpg)", "](a.jpg “Chú thích”)". */
function unreadTargets(text: string, { token, characters, end }: InlinePart): Repair[] {
  if (token.type !== 'text' || characters === undefined || !token.content.includes(']')) return [];
  const first = token.content.indexOf(']');
  const start = characters[first] ?? 0;
  // The line as written: a bare address behind "(" is a link of its own.
  const lineEnd = text.indexOf('\n', end);
  const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
  const places = new Set(characters);
  return [...line.matchAll(target)].flatMap((found) => {
    const offset = start + found.index;
    if (!places.has(offset) || text[offset - 1] === '\\') return [];
    const label = /\[([^[\]]*)$/.exec(text.slice(Math.max(0, offset - 300), offset))?.[1] ?? '';
    const [whole, space = '', inside = ''] = found;
    const written = targetOf(inside.trim());
    if (!written || (space !== '' && !/\p{L}/u.test(label)) || whole === `](${written})`) return [];
    const problem = {
      rule: 'dia-chi-viet',
      wrong: 'ảnh hay liên kết viết chưa đúng dạng',
      remedy: `viết “](${written})”`,
    } as const;
    return [repair(problem, offset, replacement(offset, offset + whole.length, `](${written})`))];
  });
}

/** A target as Markdown reads it; undefined if it is not the address of a page or the name of a file. */
function targetOf(inside: string): string | undefined {
  const quote = /["“”'‘’]$/.test(inside) ? inside.search(/\s["“”'‘’]/) : -1;
  const title = quote < 0 ? '' : inside.slice(quote).trim().slice(1, -1);
  const bare = (quote < 0 ? inside : inside.slice(0, quote)).trim().replace(/^<|>$/g, '').replace(pictureSize, '');
  if (!address.test(bare) && !fileExtension.test(bare)) return undefined;
  const written = /\s/.test(bare) ? `<${bare}>` : bare;
  return title ? `${written} "${title.replaceAll('"', '”')}"` : written;
}

/** Links to the Markdown file of a page. */
function fileLinks(text: string, part: InlinePart, { pageOfFile }: RepairContext): Repair[] {
  const { token, address: range } = part;
  if (token.type !== 'link_close' || !range || !pageOfFile) return [];
  const written = text.slice(range.start, range.end);
  const [, name, anchor = ''] = /^([^#?]*\.md)(#.*)?$/i.exec(written) ?? [];
  const page = name && !/^[a-z]+:/i.test(name) ? pageOfFile(name) : undefined;
  if (!page) return [];
  const problem = {
    rule: 'dia-chi-viet',
    wrong: `liên kết “${written}” dẫn tới tệp của một trang`,
    remedy: `viết “${page}${anchor}”`,
  } as const;
  return [repair(problem, range.start, replacement(range.start, range.end, `${page}${anchor}`))];
}

/** Links that were copied from the address bar of a preview: "http://localhost:8080/bai-viet/x/" */
function previewLinks(text: string, { token, address: range }: InlinePart): Repair[] {
  if (token.type !== 'link_close' || !range) return [];
  const written = text.slice(range.start, range.end);
  const [, page] = /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?(\/.*)$/i.exec(written) ?? [];
  if (!page) return [];
  const wrong = `liên kết “${written}” chỉ mở được trên máy đang xem thử`;
  const problem = { rule: 'dia-chi-viet', wrong, remedy: `viết “${page}”` } as const;
  return [repair(problem, range.start, replacement(range.start, range.end, page))];
}

/** Links whose address lacks its beginning: "www.mau.gov.vn", "lien-he@mau.gov.vn" */
function incompleteLinks(text: string, { token, address: range }: InlinePart): Repair[] {
  if (token.type !== 'link_close' || !range) return [];
  const written = text.slice(range.start, range.end);
  const complete = completeAddress(written);
  if (!complete) return [];
  const wrong = `liên kết “${written}” viết thiếu hay sai phần đầu`;
  const problem = { rule: 'dia-chi-viet', wrong, remedy: `viết “${complete}”` } as const;
  return [repair(problem, range.start, replacement(range.start, range.end, complete))];
}
