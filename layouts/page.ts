/** One file of the finished site. */
export interface Page<Props> {
  /** "/bai-viet/…/" or "/feed.xml", without the site's base path. */
  readonly address: string;
  /** Where it is written, relative to the output folder. */
  readonly file: string;
  /** What it is made from, for messages. */
  readonly source: string;
  readonly props: Props;
}

/** Words with somewhere to go; `href` is ready to print. */
export interface Link {
  readonly text: string;
  readonly href: string;
}
