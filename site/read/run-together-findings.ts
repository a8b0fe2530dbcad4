import type { InlineInBody, ParsedBody } from '#site/markdown/parse-body.ts';
import { type BodyFinding, positionAt } from './body-finding.ts';

/** A longer line was broken because it was full. */
const maxShortLine = 60;

/** Findings for lines that an editor wrote below each other and that are printed as one. */
export function runTogetherFindings(body: ParsedBody, { token, ranges, parents }: InlineInBody): BodyFinding[] {
  if (ranges.length < 2 || parents.at(-1)?.type !== 'paragraph_open') return [];
  const breaks = (token.children ?? []).filter(({ type }) => /break$/.test(type));
  const isSoft = breaks.map(({ type }) => type === 'softbreak');
  const lines = ranges.map(({ start, end }) => body.text.slice(start, end));
  const below = parents.at(-2)?.type === 'list_item_open' ? lineBelowItem(body, ranges, lines) : undefined;
  if (below !== undefined && isSoft[below - 1])
    return [
      {
        ...positionAt(body, ranges[below]?.start ?? 0),
        rule: 'xuong-dong',
        wrong: 'dòng này in liền vào mục ở trên',
        remedy: 'để một dòng trống trước dòng này, hoặc viết “- ” ở đầu dòng',
      },
    ];
  const isShort = lines.every((line) => line.trim().length < maxShortLine);
  const beginsLine = (line: string) => /^[“"'(*_]*(?:[\p{Lu}\p{N}]|\p{Extended_Pictographic})/u.test(line);
  const together = lines.findIndex(
    (line, index) =>
      index > 0 && isSoft[index - 1] && beginsLine(line) && !/[.!?…,–-]["”)*_]*$/.test(lines[index - 1]?.trim() ?? ''),
  );
  if (!isShort || together < 0 || !lines.slice(1).every(beginsLine)) return [];
  return [
    {
      ...positionAt(body, ranges[together]?.start ?? 0),
      rule: 'xuong-dong',
      wrong: `${lines.length} dòng này in liền nhau thành một dòng`,
      remedy: 'để một dòng trống ở giữa, viết dấu \\ ở cuối dòng trên, hoặc “- ” ở đầu mỗi dòng',
    },
  ];
}

/** The first line of a list item that stands left of its text and begins a sentence. */
function lineBelowItem(body: ParsedBody, ranges: InlineInBody['ranges'], lines: readonly string[]): number | undefined {
  const column = (offset: number) => positionAt(body, offset).column;
  const itemColumn = column(ranges[0]?.start ?? 0);
  const found = lines.findIndex(
    (line, index) =>
      index > 0 &&
      column(ranges[index]?.start ?? 0) < itemColumn &&
      /^[“"(*]*\p{Lu}/u.test(line) &&
      /[.;:!?…]["”)]*$/.test(lines[index - 1]?.trim() ?? ''),
  );
  return found < 0 ? undefined : found;
}
