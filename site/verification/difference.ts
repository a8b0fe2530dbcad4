/** What can differ, the most dangerous first. */
export const differenceKinds = [
  'redirect',
  'program',
  'injected',
  'unknown',
  'extra',
  'changed',
  'missing',
  'header',
  'rewritten',
] as const;

export type DifferenceKind = (typeof differenceKinds)[number];

/** Something that is not as it was built, without saying where and who sees it. */
export interface Deviation {
  readonly kind: DifferenceKind;
  /** A Vietnamese predicate, equal for deviations that are alike: "bị chuyển sang https://vi-du.vn/" */
  readonly what: string;
  /** What differs from address to address, such as a line and its text; may be empty. */
  readonly detail: string;
}

/** A deviation at an address, or at the path of a file in a folder. */
export interface Difference extends Deviation {
  readonly address: string;
  /** In Vietnamese, who sees it; empty for a file in a folder. */
  readonly who: string;
}

/** What a verification found. */
export interface Verification {
  readonly differences: readonly Difference[];
  /** What was not looked at, and why: the address first. */
  readonly unseen: readonly { readonly address: string; readonly reason: string }[];
  /** Vietnamese sentences about what is worth knowing but no difference. */
  readonly notes: readonly string[];
  /** How many addresses or files were compared, and by how many requests. */
  readonly compared: number;
  readonly requests: number;
  /** With what was compared, in Vietnamese: "bản dựng trong _site" */
  readonly against?: string;
  /** Why the verification ended before its end. */
  readonly interrupted?: string | undefined;
}
