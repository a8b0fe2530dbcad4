/** A position in a body; line and column are 1-based. */
export interface BodyPlace {
  readonly line: number;
  readonly column: number;
}

/** A problem at a position in a body, with its rule message. */
export interface BodyFault extends BodyPlace {
  readonly message: string;
}
