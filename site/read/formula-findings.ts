import { formulaRanges } from '#site/markdown/formulas.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { type BodyFinding, positionAt } from './body-finding.ts';

const maxExcerptLength = 40;

/** A finding for the formulas of LaTeX of a body, which are printed as they are written. */
export function formulaFindings(body: ParsedBody): BodyFinding[] {
  const formulas = formulaRanges(body.text);
  if (formulas.length === 0) return [];
  const code = body.tokens.filter(({ type }) => type === 'fence' || type === 'code_block');
  const codeLines = new Set(
    code.flatMap(({ map }) => {
      const [from = 0, end = 0] = map ?? [];
      return Array.from({ length: end - from }, (_, index) => from + index + 1);
    }),
  );
  const [first, ...others] = formulas.filter(({ start }) => !codeLines.has(positionAt(body, start).line));
  if (!first) return [];
  const written = body.text.slice(first.start, first.end).replace(/\s+/g, ' ');
  const excerpt = written.length > maxExcerptLength ? `${written.slice(0, maxExcerptLength)}…` : written;
  const more = others.length > 0 ? ` (và ${others.length} công thức nữa)` : '';
  return [
    {
      ...positionAt(body, first.start),
      rule: 'markdown',
      wrong: `công thức “${excerpt}”${more} in ra nguyên như đã viết`,
      remedy: 'viết bằng chữ và dấu thường, như x² + √2, hoặc chèn ảnh công thức có mô tả',
    },
  ];
}
