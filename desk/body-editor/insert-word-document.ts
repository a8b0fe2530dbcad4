import type { KnownNames } from '#site/import/tree/article-parts.ts';
import type { EditorContext } from './editor-context.ts';
import { insertImported } from './insert-imported.ts';

/** What a document of Word says about its article besides the text. */
export interface WordFacts {
  readonly title?: string;
  readonly author?: string;
}

/** Puts the text of a .docx into the text; undefined when nothing was put in. */
export async function insertWordDocument(
  context: EditorContext,
  file: File,
  names: KnownNames,
): Promise<WordFacts | undefined> {
  const { area, status } = context;
  status.say(`Đang đọc ${file.name}…`);
  try {
    const { importWordDocument } = await import('./import-word-document.ts');
    const { title, author, ...imported } = await importWordDocument(file, names);
    if (!(await insertImported(context, imported, { name: file.name, atCaret: false }))) return undefined;
    return { ...(title !== undefined && { title }), ...(author !== undefined && { author }) };
  } catch (error) {
    status.say(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    area.focus();
    return undefined;
  }
}
