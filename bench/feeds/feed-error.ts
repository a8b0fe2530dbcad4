/** An error in a feed. */
export interface FeedError {
  /** Path relative to the site. */
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}
