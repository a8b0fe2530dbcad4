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
import { dirname, join } from 'node:path';
import type { Program } from './program.ts';

/** Whatever changes the form of the file counts this up. */
const format = 2;
/** A memory is kept so long, in ms, after the folder it is of has gone. */
const longestOrphaned = 86_400_000;

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

/** Writes a memory of an output folder into a file, part after part, all or nothing. Throws where the disk takes no more. */
export function writeMemory(
  file: string,
  output: string,
  program: Program,
  parts: Iterable<readonly [name: string, bytes: Uint8Array]>,
): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    const opened = openSync(unfinished, 'w');
    try {
      const head: Head = { format, output };
      const line = Buffer.from(`${JSON.stringify(head)}\n`);
      writeFileSync(opened, line);
      const written: Part[] = [];
      let start = line.length;
      for (const [name, bytes] of parts) {
        writeFileSync(opened, bytes);
        written.push({ name, start, length: bytes.length, hash: hash('sha256', bytes) });
        start += bytes.length;
      }
      const contents = Buffer.from(JSON.stringify({ program, parts: written } satisfies Contents));
      writeFileSync(opened, contents);
      writeFileSync(opened, String(contents.length).padStart(lengthDigits, '0') + hash('sha256', contents));
    } finally {
      closeSync(opened);
    }
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
