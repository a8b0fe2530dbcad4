import { hasWords, isPlainClipboard } from './is-plain-clipboard.ts';
import { pasteHtml } from './paste-html.ts';
import { type FileReceiver, takeFiles } from './take-files.ts';

/** Handles what is pasted into and dropped on a text, besides plain text, which is left to the browser. */
export function receivePastesAndDrops(receiver: FileReceiver): void {
  const { area } = receiver.context;
  let asPlainText = false;
  area.addEventListener('keydown', ({ key, shiftKey, ctrlKey, metaKey }) => {
    // Not every browser takes the HTML out of this paste.
    asPlainText = shiftKey && (ctrlKey || metaKey) && key.toLowerCase() === 'v';
  });
  area.addEventListener('paste', (event) => {
    const { clipboardData } = event;
    const isPlain = asPlainText;
    asPlainText = false;
    if (!clipboardData || isPlain) return;
    const html = clipboardData.getData('text/html');
    const text = clipboardData.getData('text/plain');
    const files = [...clipboardData.files];
    // Word and Excel add a picture of what was copied.
    const hasText = html === '' ? text.trim() !== '' : hasWords(html);
    if (files.length > 0 && !hasText) {
      event.preventDefault();
      void takeFiles(receiver, files);
    } else if (html !== '' && !isPlainClipboard(html, text, clipboardData.types)) {
      event.preventDefault();
      void pasteHtml(receiver.context, html, text);
    }
  });
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  area.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    area.dataset['drop'] = '';
  });
  area.addEventListener('dragleave', () => delete area.dataset['drop']);
  area.addEventListener('drop', (event) => {
    delete area.dataset['drop'];
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    // The page around may have a place for files too.
    event.stopPropagation();
    placeCaret(area, event);
    void takeFiles(receiver, files);
  });
}

/** Puts the caret where files were dropped, in browsers that tell that place in a textarea. */
function placeCaret(area: HTMLTextAreaElement, { clientX, clientY }: DragEvent): void {
  const place = document.caretPositionFromPoint?.(clientX, clientY);
  if (place?.offsetNode === area) area.setSelectionRange(place.offset, place.offset);
}
