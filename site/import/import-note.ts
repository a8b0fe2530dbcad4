/** What an import changed in a text, left out of it, or leaves to the editor: a Vietnamese sentence for each. */
export interface ImportNote {
  readonly kind: 'changed' | 'left out' | 'to do';
  readonly text: string;
}

/** Receives the notes of an import. */
export type AddNote = (kind: ImportNote['kind'], text: string) => void;

const maxQuoted = 60;

/** The beginning of a text in quotation marks, on one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > maxQuoted ? `${line.slice(0, maxQuoted).trimEnd()}…` : line}”`;
}
