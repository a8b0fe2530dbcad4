import type { TextEdit } from '#site/finding.ts';
import type { MarkdownToken } from '#site/markdown/markdown.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { isVietnameseProse } from '#vietnamese/is-vietnamese-prose.ts';
import { insertion, type Repair, repair, replacement } from './repair.ts';

/** Repairs the indentation of lists below numbered items, and of paragraphs whose first line is indented. */
export function repairIndentation(body: ParsedBody): Repair[] {
  const lists = body.tokens.filter(({ type, level }) => level === 0 && /^(bullet|ordered)_list_open$/.test(type));
  return [
    ...lists.flatMap((list, index) => indentBelowNumber(body, list, lists[index - 1])),
    ...body.tokens.filter(({ type }) => type === 'code_block').flatMap((code) => unindentProse(body, code)),
  ];
}

/** A list that is indented, but by less than the text of the numbered item above it. */
function indentBelowNumber(body: ParsedBody, list: MarkdownToken, above: MarkdownToken | undefined): Repair[] {
  const { lines, lineStarts } = body;
  const [first = 0, end = 0] = list.map ?? [];
  if (above?.type !== 'ordered_list_open' || (above.map?.[1] ?? -1) !== first) return [];
  const indent = /^ */.exec(lines[first] ?? '')?.[0].length ?? 0;
  const lastItem = lines.slice(above.map?.[0], first).findLast((line) => /^\d{1,9}[.)] /.test(line));
  const width = /^\d{1,9}[.)] /.exec(lastItem ?? '')?.[0].length ?? 0;
  if (indent === 0 || indent >= width) return [];
  const edits: TextEdit[] = [];
  for (let line = first; line < end; line++) {
    if ((lines[line] ?? '').trim() === '' || !/^ /.test(lines[line] ?? '')) continue;
    edits.push(insertion(lineStarts[line] ?? 0, ' '.repeat(width - indent)));
  }
  const wrong = `danh sách nằm dưới mục đánh số thụt vào ${indent} dấu cách, nên rời khỏi mục ấy`;
  const remedy = `thụt vào ${width} dấu cách, thẳng với chữ của mục`;
  return [repair({ rule: 'thut-dong', wrong, remedy }, lineStarts[first] ?? 0, ...edits)];
}

/** An indented paragraph of Vietnamese sentences, which Markdown takes for code. */
function unindentProse({ lines, lineStarts }: ParsedBody, code: MarkdownToken): Repair[] {
  const [first = 0, end = 0] = code.map ?? [];
  if (code.level > 0 || !isVietnameseProse(code.content)) return [];
  const edits: TextEdit[] = [];
  for (let line = first; line < end; line++) {
    const indentation = /^[ \t]+/.exec(lines[line] ?? '')?.[0].length ?? 0;
    const start = lineStarts[line] ?? 0;
    if (indentation > 0) edits.push(replacement(start, start + indentation, ''));
  }
  const wrong = 'đoạn thụt đầu dòng sẽ in ra như mã máy';
  return [repair({ rule: 'thut-dong', wrong, remedy: 'bỏ các dấu cách ở đầu dòng' }, lineStarts[first] ?? 0, ...edits)];
}
