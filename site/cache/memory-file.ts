import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Program } from './program.ts';

/** Whatever changes the form of the file counts this up. */
const format = 2;
/** A memory is kept so long, in ms, after the folder it is of has gone. */
const longestOrphaned = 86_400_000;
/** No build takes so long, in ms: what it left unfinished, it was ended. */
const longestUnfinished = 3_600_000;

/** The first line of the file. */
interface Head {
  readonly format: number;
  /** The folder it is the memory of. */
  readonly output: string;
}

/** What the parts between the first line and this are. */
interface Contents {
  readonly program: Program;
  readonly parts: readonly Part[];
}

interface Part {
  readonly name: string;
  readonly start: number;
  readonly length: number;
  /** The SHA-256 of its bytes. */
  readonly hash: string;
}

/** The last bytes of the file: how many those of its contents are, in so many digits, and their SHA-256. */
const lengthDigits = 12;
const trailerLength = lengthDigits + 64;

/** What a file holds of a memory. */
export interface Stored {
  readonly program: Program;
  /** A part as it was given, read when asked for; undefined where there is none. */
  readonly part: (name: string) => Uint8Array | 'damaged' | undefined;
}

/** Writes a memory of an output folder into a file, part after part: all of it is there at the end, or nothing. */
export class MemoryWriter {
  readonly #file: string;
  readonly #unfinished: string;
  readonly #output: string;
  readonly #parts: Part[] = [];
  #opened: number | undefined;
  #isBegun = false;
  #length = 0;
  #fault: unknown;

  constructor(file: string, output: string) {
    this.#file = file;
    this.#unfinished = `${file}.${process.pid}`;
    this.#output = output;
  }

  /** Where the disk does not take it, that is told at the end: nobody waits for it now. */
  add(name: string, bytes: Uint8Array): void {
    if (this.#fault !== undefined) return;
    try {
      this.#parts.push({ name, start: this.#open(), length: bytes.length, hash: hash('sha256', bytes) });
      this.#write(bytes);
    } catch (error) {
      this.#fault = error;
      this.abandon();
    }
  }

  /** Puts the file where the last one was. Throws where the disk did not take all of it. */
  finish(program: Program): void {
    try {
      if (this.#fault !== undefined) throw this.#fault;
      this.#open();
      const contents = Buffer.from(JSON.stringify({ program, parts: this.#parts } satisfies Contents));
      this.#write(contents);
      this.#write(Buffer.from(String(contents.length).padStart(lengthDigits, '0') + hash('sha256', contents)));
      this.#close();
      renameSync(this.#unfinished, this.#file);
    } finally {
      this.abandon();
    }
    forgetGone(dirname(this.#file));
  }

  /** Takes away what is not finished. */
  abandon(): void {
    this.#close();
    if (this.#isBegun) rmSync(this.#unfinished, { force: true });
  }

  /** Where the next part begins. */
  #open(): number {
    if (this.#opened === undefined) {
      removeUnfinished(this.#file);
      this.#opened = openSync(this.#unfinished, 'w');
      this.#isBegun = true;
      const head: Head = { format, output: this.#output };
      this.#write(Buffer.from(`${JSON.stringify(head)}\n`));
    }
    return this.#length;
  }

  #write(bytes: Uint8Array): void {
    if (this.#opened === undefined) return;
    writeFileSync(this.#opened, bytes);
    this.#length += bytes.length;
  }

  #close(): void {
    if (this.#opened !== undefined) closeSync(this.#opened);
    this.#opened = undefined;
  }
}

/** What a file holds; undefined where there is none. */
export function readMemory(file: string): Stored | 'damaged' | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { size } = statSync(file);
    const trailer = bytesAt(file, size - trailerLength, trailerLength).toString('latin1');
    const length = Number(trailer.slice(0, lengthDigits));
    const contents = bytesAt(file, size - trailerLength - length, length);
    const head: Head = JSON.parse(beginningOf(file).split('\n', 1)[0] ?? '');
    if (head.format !== format || hash('sha256', contents) !== trailer.slice(lengthDigits)) return 'damaged';
    const { program, parts }: Contents = JSON.parse(contents.toString());
    const part = (name: string) => {
      const found = parts.find((each) => each.name === name);
      return found && partOf(file, found);
    };
    return { program, part };
  } catch {
    return 'damaged';
  }
}

function partOf(file: string, { start, length, hash: known }: Part): Uint8Array | 'damaged' {
  try {
    const bytes = bytesAt(file, start, length);
    return hash('sha256', bytes) === known ? bytes : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Takes away what builds of the same folder have begun to write that were ended: one at a time writes. */
function removeUnfinished(file: string): void {
  for (const name of readdirSync(dirname(file)))
    if (/^\.\d+$/.test(name.replace(basename(file), ''))) rmSync(join(dirname(file), name), { force: true });
}

/** Takes away the memories of folders that have long gone, and what builds that were ended have begun to write. */
function forgetGone(memoryDir: string): void {
  for (const name of readdirSync(memoryDir)) {
    const file = join(memoryDir, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (/\.memory\.\d+$/.test(name) && age >= longestUnfinished) rmSync(file, { force: true });
    if (age < longestOrphaned || !name.endsWith('.memory')) continue;
    const output = /"output":("(?:[^"\\]|\\.)*")/.exec(beginningOf(file))?.[1];
    if (output && existsSync(JSON.parse(output))) continue;
    for (const gone of [file, file.replace(/\.memory$/, '.lock')]) rmSync(gone, { force: true });
  }
}

/** A memory may be larger than any text Node can hold; its head is not. */
function beginningOf(file: string): string {
  return bytesAt(file, 0, 10_000).toString();
}

/** So many bytes of a file from a place on, or as many as there are. */
function bytesAt(file: string, start: number, length: number): Buffer {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.allocUnsafe(Math.min(length, fstatSync(opened).size));
    return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, start));
  } finally {
    closeSync(opened);
  }
}
