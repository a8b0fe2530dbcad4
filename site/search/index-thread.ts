import { parentPort, workerData } from 'node:worker_threads';
import { writeIndex } from './write-index.ts';

// The worker thread in which a complete index is built.
parentPort?.postMessage(writeIndex(workerData));
