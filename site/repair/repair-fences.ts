import type { TextEdit } from '#site/finding.ts';
import type { MarkdownToken } from '#site/markdown/markdown.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { insertion, type Repair, repair } from './repair.ts';

/** Sentences next to the marks around a block of code: Markdown takes them for code, or leaves them out. */
export function repairFences(body: ParsedBody): Repair[] {
  return body.tokens.flatMap((token) => {
    if (token.type !== 'fence' || !token.map) return [];
    return isSentence(token.info) ? [separateOpening(body, token, token.map[0])] : separateClosing(body, token);
  });
}

/** Text behind the marks that should close a block. */
function separateClosing({ lines, lineStarts }: ParsedBody, { map, markup }: MarkdownToken): Repair[] {
  const [first = 0, end = 0] = map ?? [];
  for (let line = first + 1; line < end; line++) {
    const marks = marksAt(lines[line]);
    if (!marks.trimStart().startsWith(markup) || !isSentence((lines[line] ?? '').slice(marks.length))) continue;
    const offset = (lineStarts[line] ?? 0) + marks.length;
    const problem = {
      rule: 'markdown',
      wrong: `chữ dính liền dấu ${markup} đóng khối mã, nên in ra như mã máy`,
      remedy: `xuống dòng sau dấu ${markup}`,
    } as const;
    return [repair(problem, offset, insertion(offset, '\n'))];
  }
  return [];
}

/** Text behind marks that open a block, perhaps because the marks above, which should open it, follow a text. */
function separateOpening({ lines, lineStarts }: ParsedBody, { markup }: MarkdownToken, line: number): Repair {
  const offset = (lineStarts[line] ?? 0) + marksAt(lines[line]).length;
  const above = lines.slice(0, line).findLastIndex((text) => text.includes(markup));
  const start = lines[above]?.indexOf(markup) ?? -1;
  const isGlued = start > 0 && (lines[above]?.slice(0, start).trim() ?? '') !== '';
  const edits: TextEdit[] = isGlued ? [insertion((lineStarts[above] ?? 0) + start, '\n')] : [];
  const problem = {
    rule: 'markdown',
    wrong: `chữ dính liền dấu ${markup}, nên không in ra`,
    remedy: `để dấu ${markup} trên một dòng riêng`,
  } as const;
  return repair(problem, offset, ...edits, insertion(offset, '\n'));
}

/** The marks of a block of code at the beginning of a line, with what is before them. */
function marksAt(line = ''): string {
  return /^[\s>]*(?:`{3,}|~{3,})/.exec(line)?.[0] ?? '';
}

/** Words, not the name of a language and its options: "```python". */
function isSentence(text: string): boolean {
  return /(?!\p{ASCII})\p{L}/u.test(text) && /\S\s+\S/.test(text.trim());
}
