import type { SourceRange } from './inline-parts.ts';

/** The cells of a row of a table as GFM splits it, without the space around them; `offset` is where the line begins. */
export function cellRanges(line: string, offset: number): SourceRange[] {
  const bars = [...line.matchAll(/\\.|\|/g)].filter(([found]) => found === '|').map(({ index }) => index);
  const ranges = [-1, ...bars].map((bar, index) => trimmedRange(line, bar + 1, bars[index] ?? line.length));
  const isEmpty = (range: SourceRange | undefined) => range?.start === range?.end;
  if (ranges.length > 1 && isEmpty(ranges[0])) ranges.shift();
  if (ranges.length > 1 && isEmpty(ranges.at(-1))) ranges.pop();
  return ranges.map(({ start, end }) => ({ start: start + offset, end: end + offset }));
}

function trimmedRange(line: string, start: number, end: number): SourceRange {
  const cell = line.slice(start, end);
  const text = cell.trim();
  const from = text === '' ? start : start + cell.indexOf(text);
  return { start: from, end: from + text.length };
}
