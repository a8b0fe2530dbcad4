/** What a reader types, and the entries of which one should be the first result. */
export interface ExpectedQuery {
  readonly kind: string;
  readonly typed: string;
  /** Addresses that are equally right. */
  readonly expected: readonly string[];
}
