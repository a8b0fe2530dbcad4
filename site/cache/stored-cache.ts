import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeWholeSync } from '#site/write-whole-sync.ts';
import type { ProgramVersion } from './program-version.ts';

/** The version of the format: to be incremented with every change of it. */
const format = 3;
/** How long a cache outlives its output folder, in ms. */
const orphanLifetime = 86_400_000;
/** The longest a build can take, in ms: what is unfinished and older belongs to a killed build. */
const longestBuild = 3_600_000;

/** The table of contents: the file of a cache, followed by its SHA-256 in hex. */
interface Contents {
  readonly format: number;
  /** The output folder that the cache belongs to. */
  readonly output: string;
  readonly program: ProgramVersion;
  readonly parts: readonly Part[];
}

/** A value in a file of its own, whose name is the SHA-256 of its bytes: it never changes. */
export interface Part {
  readonly name: string;
  readonly hash: string;
}

const hashLength = 64;

/** A cache that was opened for reading. */
export interface StoredCache extends Pick<Contents, 'program' | 'parts'> {
  readonly findPart: (name: string) => Part | undefined;
  readonly readPart: (part: Part) => Uint8Array | 'damaged';
}

/**
 * Writes the cache of an output folder part by part, into new files; `finish` replaces the table of contents atomically,
 * and removes the parts that it no longer lists.
 */
export class CacheWriter {
  readonly #file: string;
  readonly #output: string;
  readonly #parts = new Map<string, Part>();
  readonly #added: string[] = [];
  #error: unknown;

  constructor(file: string, output: string) {
    this.#file = file;
    this.#output = output;
  }

  /** Writes a part; undefined if that failed. An error of the file system is thrown by `finish`, not here. */
  add(name: string, bytes: Uint8Array): Part | undefined {
    if (this.#error !== undefined) return undefined;
    const part = { name, hash: hash('sha256', bytes) };
    const file = partFile(this.#file, part);
    try {
      mkdirSync(partsFolder(this.#file), { recursive: true });
      const isNew = !existsSync(file);
      // Also in place of an equal part, which may be damaged.
      writeWholeSync(file, bytes);
      if (isNew) this.#added.push(file);
      this.#parts.set(name, part);
      return part;
    } catch (error) {
      this.#error = error;
      this.discard();
      return undefined;
    }
  }

  /** Lists a part that is there already; false if it is not. */
  keep(part: Part): boolean {
    const isThere = existsSync(partFile(this.#file, part));
    if (isThere) this.#parts.set(part.name, part);
    return isThere;
  }

  /** Completes the cache in place of the previous one. Throws if any part could not be written. */
  finish(program: ProgramVersion): void {
    try {
      if (this.#error !== undefined) throw this.#error;
      const parts = [...this.#parts.values()];
      const contents = JSON.stringify({ format, output: this.#output, program, parts } satisfies Contents);
      writeWholeSync(this.#file, contents + hash('sha256', contents));
    } catch (error) {
      this.discard();
      throw error;
    }
    removeUnlisted(this.#file, this.#parts.values());
    removeStaleFiles(dirname(this.#file));
  }

  /** Removes what was written. */
  discard(): void {
    for (const file of this.#added) rmSync(file, { force: true });
  }
}

/** Opens a cache; undefined if it does not exist. */
export function readStoredCache(file: string): StoredCache | 'damaged' | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    const written = text.slice(0, -hashLength);
    if (hash('sha256', written) !== text.slice(-hashLength)) return 'damaged';
    const { format: writtenFormat, program, parts }: Contents = JSON.parse(written);
    if (writtenFormat !== format) return 'damaged';
    const byName = new Map(parts.map((part) => [part.name, part]));
    return { program, parts, findPart: (name) => byName.get(name), readPart: (part) => readVerified(file, part) };
  } catch {
    return 'damaged';
  }
}

/** The folder of the parts of a cache. */
export function partsFolder(file: string): string {
  return `${file}.parts`;
}

function partFile(file: string, part: Part): string {
  return join(partsFolder(file), part.hash);
}

function readVerified(file: string, part: Part): Uint8Array | 'damaged' {
  try {
    const bytes = readFileSync(partFile(file, part));
    return hash('sha256', bytes) === part.hash ? bytes : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Removes the parts that a cache does not list, also what killed builds left: only one build at a time writes. */
function removeUnlisted(file: string, parts: Iterable<Part>): void {
  const listed = new Set(Array.from(parts, (part) => part.hash));
  const folder = partsFolder(file);
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (!listed.has(name)) rmSync(join(folder, name), { force: true });
  for (const name of readdirSync(dirname(file)))
    if (/^\.\d+$/.test(name.replace(basename(file), ''))) rmSync(join(dirname(file), name), { force: true });
}

/** Removes the caches of output folders that no longer exist, and what killed builds left unfinished. */
function removeStaleFiles(cacheDir: string): void {
  for (const name of readdirSync(cacheDir)) {
    const file = join(cacheDir, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    const isUnfinished =
      /\.memory\.\d+$/.test(name) || (name.endsWith('.memory.parts') && !existsSync(file.slice(0, -6)));
    if (isUnfinished && age >= longestBuild) rmSync(file, { force: true, recursive: true });
    if (age < orphanLifetime || !name.endsWith('.memory')) continue;
    const output = /"output":("(?:[^"\\]|\\.)*")/.exec(readStart(file))?.[1];
    if (output && existsSync(JSON.parse(output))) continue;
    for (const stale of [file, partsFolder(file), file.replace(/\.memory$/, '.lock')])
      rmSync(stale, { force: true, recursive: true });
  }
}

/** The first 10,000 bytes: they hold the name of the output folder, in files of earlier formats too. */
function readStart(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(10_000);
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}
