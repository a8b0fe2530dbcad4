import type { ImportNote } from '#site/import/import-note.ts';
import { describeAndKeep, preparePictures } from './add-pictures.ts';
import { applyEdit, selectionOf } from './apply-edit.ts';
import type { EditorContext } from './editor-context.ts';
import { insertBelow, insertMarkdown } from './insert-block.ts';
import { noteLines } from './note-lines.ts';
import { replacePictures, writtenPictures } from './written-pictures.ts';

/** Markdown of an import, with its pictures by their names in it. */
export interface ImportedMarkdown {
  readonly body: string;
  readonly pictures: ReadonlyMap<string, File>;
  readonly notes: readonly ImportNote[];
}

/** Where an import comes from, as sentences name it, and whether it goes to the very place of the caret. */
export interface ImportSource {
  readonly name: string;
  readonly atCaret: boolean;
}

/**
 * Puts the Markdown of an import into the text as one step of undo, once its pictures are described and kept; false when
 * the dialog is left. Then it tells what was changed and left out.
 */
export async function insertImported(
  context: EditorContext,
  { body, pictures, notes }: ImportedMarkdown,
  { name, atCaret }: ImportSource,
): Promise<boolean> {
  const { area, status } = context;
  const written = writtenPictures(body, new Set(pictures.keys()));
  const found = written.flatMap(({ address, description, caption }) => {
    const file = pictures.get(address);
    return file ? [{ name: address, file, description, caption }] : [];
  });
  const { pictures: prepared, problems } = await preparePictures(found);
  const added = await describeAndKeep(context, prepared, { offersGallery: false, offersLater: true });
  if (!added) {
    status.say(`Chưa chèn gì từ ${name}.`);
    area.focus();
    return false;
  }
  const placed = new Map(prepared.map((picture, index) => [picture.name, added.placed[index]]));
  const markdown = replacePictures(body, new Map(found.map((picture) => [picture.name, placed.get(picture.name)])));
  const selection = selectionOf(area);
  const edit = atCaret ? insertMarkdown(selection, markdown) : insertBelow(selection, markdown, 'to its end');
  if (markdown !== '') applyEdit(area, edit);
  area.focus();
  const lines = [...problems, ...added.problems, ...noteLines(notes)];
  const sentence = markdown === '' ? `Không có gì để chèn từ ${name}` : `Đã chèn ${name}`;
  status.say(sentence + (lines.length > 0 ? ':' : '.'), lines);
  return true;
}
