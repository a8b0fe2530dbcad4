/** An article of an old site, from a saved page or from a line of an export. */
export interface OldArticle {
  readonly title: string;
  /** In Việt Nam, as front matter has it: "2015-12-25 08:30" or "2015-12-25". */
  readonly date: string;
  readonly author?: string;
  readonly category?: string;
  readonly lead?: string;
  /** The body. */
  readonly html: string;
  /** Path and query of its addresses; the first identifies it. */
  readonly oldUrls: readonly string[];
  readonly cover?: string;
  readonly coverCaption?: string;
  readonly source?: string;
  /** What the old system put in when it printed the text, and no page of this site has. */
  readonly lost?: readonly string[];
  /** The texts of parts of the body that do not belong to it. */
  readonly left?: readonly string[];
  /** How often it was read on the old site. */
  readonly hits?: number;
  /** Where it was found: a file, or a line of one. */
  readonly place: string;
  /** The file that the addresses of its pictures are relative to. */
  readonly file: string;
}

/** A page or a line that is no article, and why. */
export interface Skipped {
  readonly place: string;
  readonly reason: string;
}

/** What was found in an old site. */
export interface OldSite {
  readonly articles: readonly OldArticle[];
  readonly skipped: readonly Skipped[];
  /** The folder that addresses from the root of the site are below. */
  readonly folder: string;
  /** The names of the hosts that it had, as far as they are known. */
  readonly hosts: ReadonlySet<string>;
}
