import type { AddNote, ImportNote } from '#site/import/import-note.ts';
import { importText, parseHtml } from '#site/import/import-text.ts';
import type { KnownNames } from '#site/import/tree/article-parts.ts';
import { readWordFile } from '#site/import/word/read-word-file.ts';
import { turnOnCanvas } from './turn-on-canvas.ts';

/** A document of Word as an article. */
export interface ImportedWordDocument {
  readonly title?: string;
  /** A name of the list of authors. */
  readonly author?: string;
  /** Markdown. */
  readonly body: string;
  /** By their names in the body. */
  readonly pictures: ReadonlyMap<string, File>;
  readonly notes: readonly ImportNote[];
}

/**
 * Converts a .docx in the browser, as `npm run import` does. Throws a SettingsError whose Vietnamese sentence says what to
 * do with another file.
 */
export async function importWordDocument(
  file: File,
  names: KnownNames = { authors: [], properNames: [] },
): Promise<ImportedWordDocument> {
  const notes: ImportNote[] = [];
  const addNote: AddNote = (kind, text) => void notes.push({ kind, text });
  const { html, pictures } = await readWordFile(new Uint8Array(await file.arrayBuffer()), turnOnCanvas, addNote);
  const text = importText(parseHtml(html), names, addNote);
  const shown = [...pictures].filter(([name]) => text.body.includes(name));
  return { ...text, pictures: new Map(shown.map(([name, bytes]) => [name, new File([bytes], name)])), notes };
}
