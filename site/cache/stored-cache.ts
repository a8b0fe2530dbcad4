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
import type { ProgramVersion } from './program-version.ts';

/** The version of the file format: to be incremented with every change of it. */
const format = 2;
/** How long a cache file outlives its output folder, in ms. */
const orphanLifetime = 86_400_000;
/** The longest a build can take, in ms: an unfinished file that is older belongs to a killed build. */
const longestBuild = 3_600_000;

/** The first line of the file. */
interface Header {
  readonly format: number;
  /** The output folder that the cache belongs to. */
  readonly output: string;
}

/** The table of contents: follows the parts. */
interface Contents {
  readonly program: ProgramVersion;
  readonly parts: readonly Part[];
}

interface Part {
  readonly name: string;
  readonly start: number;
  readonly length: number;
  /** The SHA-256 of its bytes. */
  readonly hash: string;
}

/** The last bytes of the file: the length of the table of contents in this many digits, and its SHA-256. */
const lengthDigits = 12;
const trailerLength = lengthDigits + 64;

/** A cache file that was opened for reading. */
export interface StoredCache {
  readonly program: ProgramVersion;
  /** Reads a part; undefined for a part that does not exist. */
  readonly readPart: (name: string) => Uint8Array | 'damaged' | undefined;
}

/** Writes the cache file of an output folder part by part; `finish` replaces the previous file atomically. */
export class CacheFileWriter {
  readonly #file: string;
  readonly #unfinished: string;
  readonly #output: string;
  readonly #parts: Part[] = [];
  #descriptor: number | undefined;
  #isStarted = false;
  #length = 0;
  #error: unknown;

  constructor(file: string, output: string) {
    this.#file = file;
    this.#unfinished = `${file}.${process.pid}`;
    this.#output = output;
  }

  /** Writes a part. An error of the file system is thrown by `finish`, not here. */
  add(name: string, bytes: Uint8Array): void {
    if (this.#error !== undefined) return;
    try {
      this.#parts.push({ name, start: this.#open(), length: bytes.length, hash: hash('sha256', bytes) });
      this.#write(bytes);
    } catch (error) {
      this.#error = error;
      this.discard();
    }
  }

  /** Completes the file and replaces the previous one. Throws if any part could not be written. */
  finish(program: ProgramVersion): void {
    try {
      if (this.#error !== undefined) throw this.#error;
      this.#open();
      const contents = Buffer.from(JSON.stringify({ program, parts: this.#parts } satisfies Contents));
      this.#write(contents);
      this.#write(Buffer.from(String(contents.length).padStart(lengthDigits, '0') + hash('sha256', contents)));
      this.#close();
      renameSync(this.#unfinished, this.#file);
    } finally {
      this.discard();
    }
    removeStaleFiles(dirname(this.#file));
  }

  /** Removes the unfinished file. */
  discard(): void {
    this.#close();
    if (this.#isStarted) rmSync(this.#unfinished, { force: true });
  }

  /** Opens the file if it is not open yet, and gives the offset of the next part. */
  #open(): number {
    if (this.#descriptor === undefined) {
      removeUnfinished(this.#file);
      this.#descriptor = openSync(this.#unfinished, 'w');
      this.#isStarted = true;
      const header: Header = { format, output: this.#output };
      this.#write(Buffer.from(`${JSON.stringify(header)}\n`));
    }
    return this.#length;
  }

  #write(bytes: Uint8Array): void {
    if (this.#descriptor === undefined) return;
    writeFileSync(this.#descriptor, bytes);
    this.#length += bytes.length;
  }

  #close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

/** Opens a cache file; undefined if it does not exist. */
export function readCacheFile(file: string): StoredCache | 'damaged' | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { size } = statSync(file);
    const trailer = readRange(file, size - trailerLength, trailerLength).toString('latin1');
    const length = Number(trailer.slice(0, lengthDigits));
    const contents = readRange(file, size - trailerLength - length, length);
    const header: Header = JSON.parse(readStart(file).split('\n', 1)[0] ?? '');
    if (header.format !== format || hash('sha256', contents) !== trailer.slice(lengthDigits)) return 'damaged';
    const { program, parts }: Contents = JSON.parse(contents.toString());
    const readPart = (name: string) => {
      const found = parts.find((part) => part.name === name);
      return found && readVerified(file, found);
    };
    return { program, readPart };
  } catch {
    return 'damaged';
  }
}

function readVerified(file: string, { start, length, hash: expected }: Part): Uint8Array | 'damaged' {
  try {
    const bytes = readRange(file, start, length);
    return hash('sha256', bytes) === expected ? bytes : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Removes what killed builds of the same folder left unfinished: only one build at a time writes. */
function removeUnfinished(file: string): void {
  for (const name of readdirSync(dirname(file)))
    if (/^\.\d+$/.test(name.replace(basename(file), ''))) rmSync(join(dirname(file), name), { force: true });
}

/** Removes the caches of output folders that no longer exist, and the unfinished files of killed builds. */
function removeStaleFiles(cacheDir: string): void {
  for (const name of readdirSync(cacheDir)) {
    const file = join(cacheDir, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (/\.memory\.\d+$/.test(name) && age >= longestBuild) rmSync(file, { force: true });
    if (age < orphanLifetime || !name.endsWith('.memory')) continue;
    const output = /"output":("(?:[^"\\]|\\.)*")/.exec(readStart(file))?.[1];
    if (output && existsSync(JSON.parse(output))) continue;
    for (const stale of [file, file.replace(/\.memory$/, '.lock')]) rmSync(stale, { force: true });
  }
}

/** The first 10,000 bytes: more than the header needs, while the whole file may exceed Node's longest string. */
function readStart(file: string): string {
  return readRange(file, 0, 10_000).toString();
}

/** Up to `length` bytes of a file from an offset. */
function readRange(file: string, start: number, length: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.allocUnsafe(Math.min(length, fstatSync(descriptor).size));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start));
  } finally {
    closeSync(descriptor);
  }
}
