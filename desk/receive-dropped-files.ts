import type { WaitingFiles } from './controls/waiting-files.ts';

/** Files that are dropped anywhere on the desk are put into the text that is open; if none is, a .docx begins an article. */
export function receiveDroppedFiles(waiting: WaitingFiles): void {
  const isFileDrag = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    // Otherwise the browser would leave the desk and open the file.
    if (isFileDrag(event)) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    if (event.defaultPrevented || !isFileDrag(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (waiting.hasReceiver()) return waiting.add(files);
    const documents = files.filter(({ name }) => /\.docx$/i.test(name));
    if (documents.length === 0)
      return alert('Thả tệp Word (.docx) vào đây để tạo bài mới; ảnh và tệp khác thì thả vào ô nội dung của một bài.');
    waiting.add(documents);
    location.hash = '#/collections/articles/new';
  });
}
