import type { Problem } from '#news/rule.ts';

/** A position in a body; line and column are 1-based. */
export interface BodyPosition {
  readonly line: number;
  readonly column: number;
}

/** A problem at a position in a body. */
export interface BodyFinding extends BodyPosition, Problem {}
