import type { KnownNames } from '#site/import/tree/article-parts.ts';
import { addPictures } from './add-pictures.ts';
import { applyEdit, selectionOf } from './apply-edit.ts';
import type { EditorContext } from './editor-context.ts';
import { insertMarkdown } from './insert-block.ts';
import { insertWordDocument, type WordFacts } from './insert-word-document.ts';
import { escapeLabel } from './markdown-link.ts';
import { safeFileName } from './safe-file-name.ts';

/** What takes the files that an editor drops, pastes or chooses. */
export interface FileReceiver {
  readonly context: EditorContext;
  readonly names: () => KnownNames;
  readonly onWordImported: (facts: WordFacts) => void;
}

const picture = /\.(?:jpe?g|jfif|png|webp|gif|avif|hei[cf]|bmp|svg|tiff?)$/i;
/** Texts of word processors: another than .docx gets a sentence that says how to make it one. */
const wordProcessor = /\.(?:docx?|rtf|odt)$/i;

/** Whether a file is a picture, by its type or its name. */
export function isPicture({ type, name }: File): boolean {
  return type.startsWith('image/') || picture.test(name);
}

/** Puts files into the text: pictures described, the texts of Word files, and links to all others. */
export async function takeFiles(
  { context, names, onWordImported }: FileReceiver,
  files: readonly File[],
): Promise<void> {
  const pictures = files.filter(isPicture);
  const documents = files.filter(({ name }) => wordProcessor.test(name));
  const others = files.filter((file) => !pictures.includes(file) && !documents.includes(file));
  for (const file of documents) {
    const facts = await insertWordDocument(context, file, names());
    if (facts) onWordImported(facts);
  }
  for (const file of others) await addLink(context, file);
  if (pictures.length > 0) await addPictures(context, pictures);
}

async function addLink({ area, status, addFile }: EditorContext, file: File): Promise<void> {
  try {
    const address = await addFile(new File([file], safeFileName(file.name), { type: file.type }));
    const label = escapeLabel(file.name.normalize('NFC').replace(/\.\w+$/, ''));
    applyEdit(area, insertMarkdown(selectionOf(area), `[${label}](${address})`));
    status.say(`Đã thêm tệp ${file.name}: sửa chữ trong ngoặc vuông thành tên bạn đọc hiểu.`);
  } catch (error) {
    status.say(`Tệp “${file.name}” không thêm được: ${error instanceof Error ? error.message : String(error)}`);
  }
}
