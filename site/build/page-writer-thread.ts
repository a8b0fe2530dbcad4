import { parentPort } from 'node:worker_threads';
import { printedFileWriter } from './printed-file-writer.ts';

// The worker thread in which pages are written while the next ones are rendered.
const write = printedFileWriter();
parentPort?.on('message', (files) => {
  write(files);
  parentPort?.postMessage('written');
});
