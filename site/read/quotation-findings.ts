import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { type BodyFinding, positionAt } from './body-finding.ts';

const numberAfterSign = /^(?:[ \t]|[-+*][ \t]|\d{1,3}[.)][ \t])*>[ \t]?(?!\d{1,3}[.)][ \t])\d/;

/** Findings for a single quoted line that begins with a number: its sign may say “more than”. */
export function quotationFindings(body: ParsedBody): BodyFinding[] {
  return body.tokens.flatMap(({ type, map }) => {
    const [first = 0, end = 0] = map ?? [];
    if (type !== 'blockquote_open') return [];
    const lines = body.lines.slice(first, end);
    const line = lines[0] ?? '';
    if (!numberAfterSign.test(line) || lines.slice(1).some((other) => /^\s*>/.test(other))) return [];
    return [
      {
        ...positionAt(body, (body.lineStarts[first] ?? 0) + line.indexOf('>')),
        rule: 'markdown',
        wrong: 'dấu > ở đầu dòng không in ra, mà làm dòng này thành trích dẫn',
        remedy: 'nghĩa là “hơn” thì viết chữ ấy, hoặc viết \\> để in ra dấu >',
      },
    ];
  });
}
