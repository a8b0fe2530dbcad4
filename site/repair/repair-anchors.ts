import { headingIds, type MarkdownToken, plainText } from '#site/markdown/markdown.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { slug } from '#vietnamese/slug.ts';
import { type Repair, repair, replacement } from './repair.ts';

/** The id that other programs let writers give to a heading: "{#ket-qua}" */
const ownId = /^\{#([\w.:-]+)(?![\w.:-])[^{}]*\}$/;
/** Attributes that programs on the basis of kramdown take from the end of a block: "{: .center}" */
const attributes = /^\{:[^{}\n]*\}$/;

/** The text before the last "{…}" of a line, and what is in the braces. */
function splitBraces(line: string): { readonly before: string; readonly braces: string } {
  const start = line.trimEnd().endsWith('}') ? line.lastIndexOf('{') : -1;
  return start < 0
    ? { before: line, braces: '' }
    : { before: line.slice(0, start).trimEnd(), braces: line.slice(start).trimEnd() };
}

function withoutOwnId(text: string): string {
  const { before, braces } = splitBraces(text);
  return ownId.test(braces) ? before : text;
}

/** Takes out ids that were written into headings, and lets links inside the body lead to the headings they mean. */
export function repairAnchors(body: ParsedBody): Repair[] {
  if (!/\]\(#|\{[#:]/.test(body.text)) return [];
  const headings = body.tokens.filter(({ type }) => type === 'heading_open');
  const ids = headingIds(body.tokens, (inline) => withoutOwnId(plainText(inline)));
  return [...dropOwnIds(body), ...repairLinks(body, knownNames(body, headings, ids), new Set(ids.values()))];
}

function dropOwnIds({ text, inlines }: ParsedBody): Repair[] {
  const edits = inlines.flatMap(({ parents, ranges }) => {
    const [range] = ranges;
    const last = ranges.at(-1);
    if (!range || !last) return [];
    const isHeading = parents.at(-1)?.type === 'heading_open';
    const line = text.slice(last.start, last.end);
    const { before, braces } = splitBraces(line);
    const isWritten = (isHeading && ownId.test(braces)) || attributes.test(braces);
    return isWritten ? [replacement(last.start + before.length, last.end, '')] : [];
  });
  const [first] = edits;
  if (!first) return [];
  const wrong = `“${text.slice(first.offset, first.offset + first.length).trim()}” của chương trình khác in ra như chữ thường`;
  return [repair({ rule: 'markdown', wrong, remedy: 'xóa đi' }, first.offset, ...edits)];
}

/** The names under which a heading may be linked to → its id. A name that fits two headings has none. */
function knownNames(
  body: ParsedBody,
  headings: readonly MarkdownToken[],
  ids: ReadonlyMap<MarkdownToken, string>,
): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  const add = (name: string | undefined, id: string) => {
    if (name) names.set(name, names.has(name) && names.get(name) !== id ? undefined : id);
  };
  for (const heading of headings) {
    const id = ids.get(heading) ?? '';
    const line = heading.map?.[0] ?? 0;
    const near = body.lines.slice(Math.max(line - 2, 0), line + 2).join('\n');
    add(ownId.exec(splitBraces(body.lines[line] ?? '').braces)?.[1], id);
    for (const [, name] of near.matchAll(/<a\s[^<>]{0,200}?(?:name|id)\s{0,3}=\s{0,3}["']?([^\s"'<>]{1,200})/gi))
      add(name, id);
    add(id.replace(/^muc-/, ''), id);
    add(lettersOf(id.replace(/^muc-/, '')), id);
  }
  return names;
}

/** "#1-kết-quả" and "#ket-qua" mean the same heading. */
function lettersOf(name: string): string {
  return slug(name).replace(/[^a-z]/g, '');
}

function repairLinks(
  { text, inlines }: ParsedBody,
  names: ReadonlyMap<string, string | undefined>,
  ids: ReadonlySet<string>,
): Repair[] {
  const edits = inlines.flatMap(({ token, parts }) => {
    if (!token.content.includes('](')) return [];
    let words = '';
    return parts().flatMap(({ token: { type, content }, address }) => {
      words = type === 'link_open' ? '' : words + content;
      const written = address ? text.slice(address.start, address.end) : '';
      if (!address || !written.startsWith('#') || ids.has(written.slice(1))) return [];
      const name = decoded(written.slice(1));
      // An entry of a table of contents that another program made says the words of its heading.
      const id = [name, lettersOf(name), slug(words), lettersOf(words)].map((known) => names.get(known)).find(Boolean);
      return id && id !== name ? [replacement(address.start, address.end, `#${id}`)] : [];
    });
  });
  const [first] = edits;
  if (!first) return [];
  const wrong = `liên kết “${decoded(text.slice(first.offset, first.offset + first.length))}” viết chưa đúng tên của đề mục`;
  return [repair({ rule: 'dia-chi-viet', wrong, remedy: `viết “${first.text}”` }, first.offset, ...edits)];
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
