import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { insertion, type Repair, repair } from './repair.ts';

/** Text right behind the marks that close a block of code: Markdown does not see the end, and prints all as code. */
export function repairFences({ tokens, lines, lineStarts }: ParsedBody): Repair[] {
  return tokens.flatMap(({ type, map, markup }) => {
    if (type !== 'fence' || !map) return [];
    for (let line = map[0] + 1; line < map[1]; line++) {
      const [marks = ''] = /^[\s>]*(?:`{3,}|~{3,})/.exec(lines[line] ?? '') ?? [];
      const rest = (lines[line] ?? '').slice(marks.length);
      if (marks === '' || !marks.trimStart().startsWith(markup) || !isSentence(rest)) continue;
      const offset = (lineStarts[line] ?? 0) + marks.length;
      const problem = {
        rule: 'markdown',
        wrong: `chữ dính liền dấu ${markup} đóng khối mã, nên in ra như mã máy`,
        remedy: `xuống dòng sau dấu ${markup}`,
      } as const;
      return [repair(problem, offset, insertion(offset, '\n'))];
    }
    return [];
  });
}

/** Words, not the name of a language: "```python". */
function isSentence(text: string): boolean {
  return /[^\p{ASCII}]/u.test(text) && /\S\s+\S/.test(text.trim());
}
