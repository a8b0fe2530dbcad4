import { type Finding, finding } from '#site/finding.ts';
import { fencedLines, yamlEnd } from './text-parts.ts';

type Marker = 'start' | 'base' | 'middle' | 'end';

/** The markers of `git merge`; an attribute can make them longer than seven signs. */
const markers: Readonly<Record<Marker, RegExp>> = {
  start: /^[ \t]*<{7,}(?:[ \t](.*))?$/,
  base: /^[ \t]*\|{7,}(?:[ \t](.*))?$/,
  middle: /^[ \t]*={7,}[ \t]*$/,
  end: /^[ \t]*>{7,}(?:[ \t](.*))?$/,
};

/** Findings for what git leaves where two people changed the same lines, one for each such place. */
export function conflictFindings(path: string, text: string): Finding[] {
  if (!['<<<<<<<', '>>>>>>>', '|||||||'].some((marker) => text.includes(marker))) return [];
  const lines = text.split('\n');
  const isCode = fencedLines(lines, yamlEnd(lines));
  const found = lines.flatMap((line, index) => {
    const marker = isCode.has(index) ? undefined : markerOf(line);
    return marker ? [{ index, marker }] : [];
  });
  return conflicts(found, lines).map(({ first, last }) => {
    const range = first === last ? '' : ` (tới dòng ${last + 1})`;
    const column = (lines[first]?.search(/\S/) ?? 0) + 1;
    const remedy = 'giữ một bản, xóa các dòng dấu <<<<<<<, =======, >>>>>>>';
    return finding({ path, line: first + 1, column }, 'xung-dot', `hai người cùng sửa chỗ này${range}`, remedy);
  });
}

function markerOf(line: string): Marker | undefined {
  return (Object.keys(markers) as Marker[]).find((marker) => markers[marker].test(line));
}

interface Conflict {
  readonly first: number;
  last: number;
}

/** The conflicts that markers enclose, and single markers that were left over. */
function conflicts(
  found: readonly { readonly index: number; readonly marker: Marker }[],
  lines: readonly string[],
): Conflict[] {
  const result: Conflict[] = [];
  /** The conflict that the last markers belong to; a start is certain when another marker follows. */
  let open: Conflict | undefined;
  for (const [position, { index, marker }] of found.entries()) {
    const next = found[position + 1]?.marker;
    const begins = marker === 'start' || (!open && marker !== 'middle');
    if (begins && (isPartOfConflict(marker, next) || isLeftOver(marker, index, lines))) {
      open = { first: index, last: index };
      result.push(open);
    } else if (open) open.last = index;
    if (marker === 'end') open = undefined;
  }
  return result;
}

function isPartOfConflict(marker: Marker, next: Marker | undefined): boolean {
  return marker === 'start' && next !== undefined && next !== 'start';
}

/** Whether a marker without partners is no arrow, quotation or row of a table. */
function isLeftOver(marker: Marker, index: number, lines: readonly string[]): boolean {
  const line = lines[index] ?? '';
  const label = markers[marker].exec(line)?.[1]?.trim() ?? '';
  if (marker === 'start') return !/[<>]$/.test(label) && (label !== '' || /^[ \t]*<{7}[ \t]*$/.test(line));
  const sign = marker === 'base' ? '|' : '>';
  const isAmongOthers = [lines[index - 1], lines[index + 1]].some((other) => other?.trimStart().startsWith(sign));
  if (isAmongOthers) return false;
  if (marker === 'base') return label !== '' && !label.endsWith('|');
  return /^[ \t]*>{7}(?:[ \t]|$)/.test(line) || /^\S+( \(.*\))?$/.test(label);
}
