import type { StatusLine } from './status-line.ts';

/** What the parts of an editor share. */
export interface EditorContext {
  readonly area: HTMLTextAreaElement;
  readonly status: StatusLine;
  /** Keeps a file for the item; resolves with what is written into the text for it. */
  readonly addFile: (file: File) => Promise<string>;
}
