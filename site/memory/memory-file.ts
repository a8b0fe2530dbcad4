import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Program } from './program.ts';

/** Whatever changes the form of the file counts this up. */
const format = 1;
/** A memory is kept so long, in ms, after the folder it is of has gone. */
const longestOrphaned = 86_400_000;

/** The first line of the file. */
interface Head {
  readonly format: number;
  /** The folder it is the memory of. */
  readonly output: string;
  /** The SHA-256 of all that follows. */
  readonly payload: string;
}

/** What a file holds of a memory. */
export interface Stored {
  readonly program: Program;
  /** Each part as it was serialised. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** Writes a memory of an output folder into a file, all or nothing. Throws where the disk takes no more. */
export function writeMemory(file: string, output: string, stored: Stored): void {
  const payload = serialize(stored);
  const head: Head = { format, output, payload: hash('sha256', payload) };
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), payload]));
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  forgetGone(dirname(file));
}

/** What a file holds; undefined where there is none. */
export function readMemory(file: string): Stored | 'damaged' | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const head: Head = JSON.parse(bytes.toString('utf8', 0, end));
    const payload = bytes.subarray(end + 1);
    return head.format === format && head.payload === hash('sha256', payload) ? deserialize(payload) : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Takes away the memories of folders that have long gone. */
function forgetGone(memoryDir: string): void {
  for (const name of readdirSync(memoryDir)) {
    const file = join(memoryDir, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age < longestOrphaned || !/\.memory(\.\d+)?$/.test(name)) continue;
    const output = /"output":("(?:[^"\\]|\\.)*")/.exec(beginningOf(file))?.[1];
    if (output && existsSync(JSON.parse(output))) continue;
    for (const gone of [file, file.replace(/\.memory.*$/, '.lock')]) rmSync(gone, { force: true });
  }
}

/** A memory may be larger than any text Node can hold; its head is not. */
function beginningOf(file: string): string {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(10_000);
    return bytes.toString('utf8', 0, readSync(opened, bytes));
  } finally {
    closeSync(opened);
  }
}
