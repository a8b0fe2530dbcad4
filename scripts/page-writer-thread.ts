import { parentPort } from 'node:worker_threads';
import { fileWriter } from './write-files.ts';

const write = fileWriter();
parentPort?.on('message', (files) => {
  write(files);
  parentPort?.postMessage('written');
});
