import type { WebLink } from './domain.ts';

/** A link of a body to this site; line and column in the file, counted from 1. */
export interface InternalLink {
  /** As written: "/lien-he/", "#muc-ket-qua" */
  readonly href: string;
  readonly line: number;
  readonly column: number;
}

/** Markdown that is read from its file when needed: the text of all files would not fit in memory. */
export interface MarkdownInFile {
  readonly file: string;
  /** The offset of the Markdown in the text of the file. */
  readonly start: number;
  /** The SHA-256 hash of the bytes of the file. */
  readonly contentHash: string;
  /** What is replaced in it to give the Markdown that was meant; offsets in the Markdown. */
  readonly repairs: readonly { readonly offset: number; readonly length: number; readonly text: string }[];
}

/** A Markdown body and the files and links in it. */
export interface Body {
  readonly markdown: string | MarkdownInFile;
  readonly syllables: number;
  /** A sketch of the lead and the body, by which articles that are nearly the same are found; empty if they are short. */
  readonly sketch: string;
  /** The pictures in it: the name as written → the file on disk. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The files it links to: the name as written → the file on disk. */
  readonly attachments: ReadonlyMap<string, string>;
  readonly links: readonly InternalLink[];
  readonly webLinks: readonly WebLink[];
  /** Whether it has a picture gallery. */
  readonly hasGallery: boolean;
  /** Whether it has a table written as HTML, which may be too wide for its column. */
  readonly hasHtmlTable: boolean;
}

/** The body of an item without text. */
export const emptyBody: Body = {
  markdown: '',
  syllables: 0,
  sketch: '',
  pictures: new Map(),
  attachments: new Map(),
  links: [],
  webLinks: [],
  hasGallery: false,
  hasHtmlTable: false,
};
