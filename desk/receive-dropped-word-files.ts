import type { WaitingFiles } from './controls/waiting-files.ts';

/** A .docx that is dropped anywhere on the desk begins a new article, or is put into the text that is open. */
export function receiveDroppedWordFiles(waiting: WaitingFiles): void {
  const isFileDrag = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    // Otherwise the browser would leave the desk and open the file.
    if (isFileDrag(event)) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    if (event.defaultPrevented || !isFileDrag(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])].filter(({ name }) => /\.docx$/i.test(name));
    if (files.length === 0) return;
    waiting.add(files);
    if (!waiting.hasReceiver()) location.hash = '#/collections/articles/new';
  });
}
