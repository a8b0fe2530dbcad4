/** A link of a body into this site, at its place in the file; line and column counted from 1. */
export interface InternalLink {
  /** As written: "/lien-he/", "#muc-ket-qua" */
  readonly href: string;
  readonly line: number;
  readonly column: number;
}

/** Words that stay in their file until they are needed: those of all files at once would fill the memory. */
export interface MarkdownInFile {
  readonly file: string;
  /** Where they begin in the file's text. */
  readonly start: number;
  /** Stands for the bytes of the file. */
  readonly fingerprint: string;
}

/** Words an editor wrote in Markdown, and what they name. */
export interface Body {
  readonly markdown: string | MarkdownInFile;
  readonly syllables: number;
  /** Pictures shown in it: the name as written → the file on disk. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Files beside it that it links to: the name as written → the file on disk. */
  readonly attachments: ReadonlyMap<string, string>;
  readonly links: readonly InternalLink[];
  /** Whether some of its pictures are a gallery. */
  readonly hasGallery: boolean;
  /** Whether it holds a table written as HTML, which may be too wide for its column. */
  readonly hasHtmlTable: boolean;
}

/** What nobody wrote yet. */
export const emptyBody: Body = {
  markdown: '',
  syllables: 0,
  pictures: new Map(),
  attachments: new Map(),
  links: [],
  hasGallery: false,
  hasHtmlTable: false,
};
