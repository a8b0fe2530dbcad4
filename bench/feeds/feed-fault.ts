/** What is wrong with a feed. */
export interface FeedFault {
  /** Relative to the site. */
  readonly file: string;
  readonly line?: number;
  readonly what: string;
}
