import { parentPort, workerData } from 'node:worker_threads';
import { inspectFromQueue } from './inspect-from-queue.ts';

// The worker thread that inspects files in parallel with the main thread.
inspectFromQueue(workerData, (batch) => parentPort?.postMessage(batch));
