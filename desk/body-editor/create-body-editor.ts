import type { KnownNames } from '#site/import/tree/article-parts.ts';
import { addPictures } from './add-pictures.ts';
import { applyEdit, selectionOf } from './apply-edit.ts';
import { askLink } from './ask-link.ts';
import { askTableSize } from './ask-table-size.ts';
import { chooseFiles } from './choose-files.ts';
import { continueList } from './continue-list.ts';
import { createToolbar, type ToolbarButton } from './create-toolbar.ts';
import { type EditorCommand, type EditorCommandName, editorCommands } from './editor-commands.ts';
import type { EditorContext } from './editor-context.ts';
import { growWithText } from './grow-with-text.ts';
import { insertBelow, insertMarkdown } from './insert-block.ts';
import type { WordFacts } from './insert-word-document.ts';
import { linkAt, removeLink, writeLink } from './markdown-link.ts';
import { toggleGallery } from './picture-lines.ts';
import { receivePastesAndDrops } from './receive-files.ts';
import { withUnusedNames } from './safe-file-name.ts';
import { createStatusLine } from './status-line.ts';
import { emptyTable, tableOfTabs } from './table-text.ts';
import { type FileReceiver, takeFiles } from './take-files.ts';
import type { TextEdit } from './text-edit.ts';

/** What an editor of bodies is made with. */
export interface BodyEditorOptions {
  /** Markdown. */
  readonly value: string;
  /** The id of the textarea, for a label elsewhere on the page. */
  readonly id: string;
  /** The name of the field. */
  readonly label: string;
  /** Receives the text after every change. */
  readonly onChange: (value: string) => void;
  /** Keeps a file for the item; resolves with what the text names it by: a blob: URL, or a file name. */
  readonly addFile: (file: File) => Promise<string>;
  /** The authors and names that the site knows, for Word files; by default none. */
  readonly names?: () => KnownNames;
  /** Receives the title and the author of a Word file whose text was put in. */
  readonly onWordImported?: (facts: WordFacts) => void;
}

/** An editor of bodies on a page. */
export interface BodyEditor {
  /** Shows another text; for the text that is shown already it does nothing, so the caret stays. */
  readonly setValue: (value: string) => void;
  readonly focus: () => void;
  /** Puts files into the text, as if they were dropped. */
  readonly takeFiles: (files: readonly File[]) => Promise<void>;
  /** Takes the editor off the page. */
  readonly destroy: () => void;
}

/** Puts an editor of Markdown into an element: a textarea, and a bar of commands above it. */
export function createBodyEditor(host: HTMLElement, options: BodyEditorOptions): BodyEditor {
  const { onChange } = options;
  const element = document.createElement('div');
  element.className = 'body-editor';
  element.lang = 'vi';
  const area = textarea(options);
  const status = createStatusLine();
  const receiver: FileReceiver = {
    context: { area, status, addFile: withUnusedNames(options.addFile) },
    names: options.names ?? (() => ({ authors: [], properNames: [] })),
    onWordImported: options.onWordImported ?? (() => {}),
  };
  receivePastesAndDrops(receiver);
  // A text that is changed under a composition loses its letters.
  let composed: { readonly from: string; waiting?: string } | undefined;
  const endComposition = () => {
    if (!composed) return;
    area.blur();
    area.focus();
  };
  const bar = createToolbar(`Định dạng: ${options.label}`, options.id, buttonsFor(receiver), endComposition);
  element.append(bar.element, area, status.element);
  host.append(element);
  const grow = growWithText(area);
  grow();

  let shown = area.value;
  const show = (text: string) => {
    // A textarea breaks its lines in one way only.
    if (text.replace(/\r\n?/g, '\n') === area.value) return;
    const { selectionStart, selectionEnd } = area;
    area.value = text;
    shown = text;
    area.setSelectionRange(selectionStart, selectionEnd);
    grow();
  };
  const tell = () => {
    if (area.value === shown) return;
    shown = area.value;
    grow();
    onChange(shown);
  };
  area.addEventListener('input', tell);
  area.addEventListener('compositionstart', () => {
    composed = { from: area.value };
  });
  area.addEventListener('compositionend', () => {
    const { from, waiting } = composed ?? {};
    composed = undefined;
    tell();
    if (waiting !== undefined && area.value === from) show(waiting);
  });
  area.addEventListener('keydown', (event) => onKey(area, event));

  let frame = 0;
  const updateBar = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(bar.update);
  };
  document.addEventListener('selectionchange', updateBar);
  const resized = new ResizeObserver(grow);
  resized.observe(element);
  return {
    setValue: (text) => {
      if (composed) composed.waiting = text;
      else show(text);
    },
    focus: () => area.focus(),
    takeFiles: (files) => takeFiles(receiver, files),
    destroy: () => {
      document.removeEventListener('selectionchange', updateBar);
      cancelAnimationFrame(frame);
      resized.disconnect();
      element.remove();
    },
  };
}

function textarea({ value, id, label }: BodyEditorOptions): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  area.className = 'body-editor-area';
  area.id = id;
  area.value = value;
  area.lang = 'vi';
  area.spellcheck = false;
  area.autocomplete = 'off';
  area.setAttribute('aria-label', label);
  return area;
}

function buttonsFor(receiver: FileReceiver): ToolbarButton[] {
  const { context } = receiver;
  const { area } = context;
  const command = (name: string, key: EditorCommandName, keys?: string): ToolbarButton => {
    const { edit, isOn }: EditorCommand = editorCommands[key];
    return {
      ...{ name, run: () => applyEdit(area, edit(selectionOf(area))), isOn: () => isOn(selectionOf(area)) },
      ...(keys && { keys }),
    };
  };
  const history = (name: string, key: 'undo' | 'redo', keys: string): ToolbarButton => ({
    ...{ name, keys },
    run: () => {
      area.focus();
      document.execCommand(key);
    },
  });
  return [
    command('Đậm', 'bold', 'Ctrl+B'),
    command('Nghiêng', 'italic', 'Ctrl+I'),
    command('Tiêu đề', 'heading'),
    command('Tiêu đề nhỏ', 'subheading'),
    command('Danh sách', 'bulleted'),
    command('Danh sách số', 'numbered'),
    { name: 'Liên kết', keys: 'Ctrl+K', run: () => editLink(area) },
    { name: 'Ảnh', run: () => choosePictures(context) },
    { name: 'Nhóm ảnh', run: () => editGallery(context) },
    { name: 'Bảng', run: () => addTable(area) },
    {
      ...{ name: 'Tệp', hint: 'Tệp Word (.docx) thành chữ và ảnh của bài, tệp khác thành liên kết' },
      run: async () => takeFiles(receiver, await chooseFiles('')),
    },
    history('Hoàn tác', 'undo', 'Ctrl+Z'),
    history('Làm lại', 'redo', 'Ctrl+Y'),
  ];
}

function onKey(area: HTMLTextAreaElement, event: KeyboardEvent): void {
  if (event.isComposing || event.altKey || event.shiftKey) return;
  const hasModifier = event.ctrlKey || event.metaKey;
  const edits: Readonly<Record<string, () => TextEdit | undefined>> = {
    b: () => editorCommands.bold.edit(selectionOf(area)),
    i: () => editorCommands.italic.edit(selectionOf(area)),
  };
  const key = event.key.toLowerCase();
  const edit = hasModifier ? edits[key] : undefined;
  const nextItem = event.key === 'Enter' && !hasModifier ? continueList(selectionOf(area)) : undefined;
  if (!edit && !nextItem && !(hasModifier && key === 'k')) return;
  // Neither the browser nor the page around has a meaning of its own for the key.
  event.preventDefault();
  event.stopPropagation();
  if (edit || nextItem) applyEdit(area, nextItem ?? edit?.());
  else void editLink(area);
}

async function editLink(area: HTMLTextAreaElement): Promise<void> {
  const link = linkAt(selectionOf(area));
  const answer = await askLink(link);
  if (answer) applyEdit(area, answer === 'removed' ? removeLink(link) : writeLink(link, answer));
  else area.focus();
}

async function choosePictures(context: EditorContext, asGallery = false): Promise<void> {
  const files = await chooseFiles('image/*,.heic,.heif');
  if (files.length > 0) await addPictures(context, files, asGallery);
}

async function editGallery(context: EditorContext): Promise<void> {
  const edit = toggleGallery(selectionOf(context.area));
  if (edit) applyEdit(context.area, edit);
  else await choosePictures(context, true);
}

async function addTable(area: HTMLTextAreaElement): Promise<void> {
  const { text, start, end } = selectionOf(area);
  const table = tableOfTabs(text.slice(start, end));
  if (table) return applyEdit(area, insertMarkdown({ text, start, end }, table));
  const size = await askTableSize();
  if (size) applyEdit(area, insertBelow(selectionOf(area), emptyTable(size.columns, size.rows)));
  else area.focus();
}
