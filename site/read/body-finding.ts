/** A position in a body; line and column are 1-based. */
export interface BodyPosition {
  readonly line: number;
  readonly column: number;
}

/** A problem at a position in a body, with its rule message. */
export interface BodyFinding extends BodyPosition {
  readonly message: string;
}
