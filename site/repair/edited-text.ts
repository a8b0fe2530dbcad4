import type { TextEdit } from '#site/finding.ts';

/** An edit in an original text, with the numbers of the repairs that it carries out. */
export interface NumberedEdit extends TextEdit {
  readonly repairs: readonly number[];
}

/** A text with edits, in order and without overlaps. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of edits) {
    result += text.slice(position, edit.offset) + edit.text;
    position = edit.offset + edit.length;
  }
  return result + text.slice(position);
}

/** Maps an offset in the edited text to the original one; in a text that an edit wrote, to within what it replaced. */
export function originalOffsets(edits: readonly TextEdit[]): (offset: number) => number {
  let shift = 0;
  const starts = edits.map((edit) => {
    const start = edit.offset + shift;
    shift += edit.text.length - edit.length;
    return start;
  });
  return (offset) => {
    const index = countUpTo(starts, offset) - 1;
    const [edit, start] = [edits[index], starts[index]];
    if (!edit || start === undefined) return offset;
    const beyond = offset - start - edit.text.length;
    return beyond >= 0 ? edit.offset + edit.length + beyond : edit.offset + Math.min(offset - start, edit.length);
  };
}

/** How many of some ascending numbers are not above a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface EditedRange {
  readonly start: number;
  readonly end: number;
  readonly earlier?: NumberedEdit;
  readonly later?: NumberedEdit;
}

/**
 * The edits of the original text that are the same as `earlier`, then `later` in the text that `earlier` gives.
 * Edits that touch become one.
 */
export function composeEdits(
  edited: string,
  earlier: readonly NumberedEdit[],
  later: readonly NumberedEdit[],
): NumberedEdit[] {
  let shift = 0;
  const ranges: EditedRange[] = earlier.map((edit) => {
    const start = edit.offset + shift;
    shift += edit.text.length - edit.length;
    return { start, end: start + edit.text.length, earlier: edit };
  });
  ranges.push(...later.map((edit) => ({ start: edit.offset, end: edit.offset + edit.length, later: edit })));
  ranges.sort((a, b) => a.start - b.start || a.end - b.end);
  const composed: NumberedEdit[] = [];
  let group: EditedRange[] = [];
  let groupEnd = -1;
  let shiftBefore = 0;
  const closeGroup = () => {
    const [first] = group;
    if (!first) return;
    const groupShift = group.reduce((sum, { earlier: edit }) => sum + (edit ? edit.text.length - edit.length : 0), 0);
    const inGroup = group.flatMap(({ later: edit }) => (edit ? [{ ...edit, offset: edit.offset - first.start }] : []));
    composed.push({
      offset: first.start - shiftBefore,
      length: groupEnd - first.start - groupShift,
      text: applyEdits(edited.slice(first.start, groupEnd), inGroup),
      repairs: [...new Set(group.flatMap((range) => (range.earlier ?? range.later)?.repairs ?? []))],
    });
    shiftBefore += groupShift;
  };
  for (const range of ranges) {
    if (range.start > groupEnd) {
      closeGroup();
      group = [];
    }
    group.push(range);
    groupEnd = Math.max(group.length === 1 ? range.end : groupEnd, range.end);
  }
  closeGroup();
  return composed;
}
