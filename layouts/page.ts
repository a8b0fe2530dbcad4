/** A file of the built site, for a view to render. */
export interface RenderablePage<Props> {
  /** Relative to the output folder. */
  readonly file: string;
  /** Computed on demand, so that the props of a page are held only while it is rendered. */
  readonly props: () => Props;
}

/** A text and where it links to; `href` includes the base path. */
export interface Link {
  readonly text: string;
  readonly href: string;
  /** The language of the text and of the page, where it is not Vietnamese. */
  readonly lang?: string;
}
