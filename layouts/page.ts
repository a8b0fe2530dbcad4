/** One file of the finished site as a view prints it. */
export interface Page<Props> {
  /** Relative to the output folder. */
  readonly file: string;
  /** Made when asked for, so that no page is held longer than it takes to print it. */
  readonly props: () => Props;
}

/** Words with somewhere to go; `href` is ready to print. */
export interface Link {
  readonly text: string;
  readonly href: string;
}
