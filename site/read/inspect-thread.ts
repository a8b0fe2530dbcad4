import { parentPort, workerData } from 'node:worker_threads';
import { inspectInTurns } from './inspect-in-turns.ts';

// The worker thread that inspects files in parallel with the main thread.
parentPort?.postMessage(inspectInTurns(workerData));
