/** An error in a feed. */
export interface FeedFault {
  /** Path relative to the site. */
  readonly file: string;
  readonly line?: number;
  readonly what: string;
}
