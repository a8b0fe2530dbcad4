import { plainText } from '#site/markdown/markdown.ts';
import type { InlineInBody, ParsedBody } from '#site/markdown/parse-body.ts';
import { isSameTitle } from './is-same-title.ts';
import { type Repair, type RepairContext, repair, replacement } from './repair.ts';

/** Drops a first paragraph that repeats the title, as in a text copied from a web page, if another paragraph follows. */
export function repairRepeatedTitle({ text, inlines, lineStarts }: ParsedBody, { title }: RepairContext): Repair[] {
  const first = inlines.find(hasText);
  if (!isParagraph(first) || !isSameTitle(plainText(first.token), title)) return [];
  if (!isParagraph(inlines.find((inline) => inline !== first && hasText(inline)))) return [];
  const [from, to] = first.token.map ?? [0, 0];
  const [start, end] = [lineStarts[from] ?? 0, lineStarts[to] ?? text.length];
  const remedy = 'xóa đoạn này: trang tự in tiêu đề của bài';
  return [
    repair({ rule: 'de-muc', wrong: 'đoạn này viết lại tiêu đề của bài', remedy }, start, replacement(start, end, '')),
  ];
}

function hasText({ token }: InlineInBody): boolean {
  return plainText(token) !== '';
}

function isParagraph(inline: InlineInBody | undefined): inline is InlineInBody {
  const parent = inline?.parents.at(-1);
  return parent?.type === 'paragraph_open' && parent.level === 0;
}
