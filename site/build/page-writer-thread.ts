import { parentPort } from 'node:worker_threads';
import { fileWriter } from './file-writer.ts';

// The worker thread in which pages are written while the next ones are rendered.
const write = fileWriter();
parentPort?.on('message', (files) => {
  write(files);
  parentPort?.postMessage('written');
});
