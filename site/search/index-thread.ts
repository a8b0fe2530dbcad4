import { parentPort, workerData } from 'node:worker_threads';
import { writeIndex } from './write-index.ts';

// The thread in which an index is made from nothing.
parentPort?.postMessage(writeIndex(workerData));
