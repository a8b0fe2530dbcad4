import { parentPort, workerData } from 'node:worker_threads';
import { inspectInTurns } from './inspect-in-turns.ts';

// The thread that inspects files beside the one that asked for them.
parentPort?.postMessage(inspectInTurns(workerData));
