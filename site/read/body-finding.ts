import type { Problem } from '#news/rule.ts';
import type { TextEdit } from '#site/finding.ts';

/** A position in a body; line and column are 1-based. */
export interface BodyPosition {
  readonly line: number;
  readonly column: number;
}

/** A problem at a position in a body. */
export interface BodyFinding extends BodyPosition, Problem {
  /** The edits of the body that remove the problem; none if an editor must decide. */
  readonly edits?: readonly TextEdit[];
}

/** The position of an offset in a body. */
export function positionAt({ lineStarts }: { readonly lineStarts: readonly number[] }, offset: number): BodyPosition {
  let [low, high] = [0, lineStarts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
