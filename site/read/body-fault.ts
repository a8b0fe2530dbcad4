/** Where something stands in a body; line and column counted from 1. */
export interface BodyPlace {
  readonly line: number;
  readonly column: number;
}

/** A fault of a body. */
export interface BodyFault extends BodyPlace {
  readonly message: string;
}
