import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { projectRoot, type Settings } from '#site/settings.ts';
import { type ProgramVersion, programChange, programVersion } from './program-version.ts';
import { type Reuse, reuseBetweenBuilds, reuseNothing } from './reuse.ts';
import { CacheWriter, type Part, readStoredCache, type StoredCache } from './stored-cache.ts';

const damagedMessage = 'bộ nhớ của lần dựng trước bị hỏng';

/**
 * What becomes of the values of a build: 'write-through' writes each to disk at once and holds none, for the only build
 * of a process; 'in-memory' holds them for the next build of this process and writes them on `save`.
 */
export type CacheMode = 'write-through' | 'in-memory';

/** Where a cache is saved, and for which output folder and program. */
interface Destination {
  readonly file: string;
  readonly output: string;
  readonly program: ProgramVersion;
}

/**
 * What a build passes to the next build of the same output folder: plain data by name, discarded when the program has
 * changed. No value is required: the caller recomputes what is missing. An object that is set as it was got stays on the
 * disk as it is.
 */
export class BuildCache {
  /** Keeps the objects of one build for the next one in mode 'in-memory'. */
  readonly reuse: Reuse;
  #discardReason: string | undefined;
  readonly #destination: Destination | undefined;
  /** What the last build of another process saved, if it is usable. */
  readonly #saved: StoredCache | undefined;
  /** What the last build of this process set. */
  readonly #previous: ReadonlyMap<string, unknown>;
  readonly #values = new Map<string, unknown>();
  /** Only in mode 'write-through'. */
  readonly #writer: CacheWriter | undefined;
  /** The part in which an object is stored. */
  readonly #parts: WeakMap<object, Part>;

  private constructor({ mode = 'in-memory', destination, saved, before, discardReason }: CacheOptions = {}) {
    this.#destination = destination;
    this.#saved = saved;
    // Not `before` itself, which would keep the values of every build before.
    this.#previous = before ? before.#values : new Map();
    this.#parts = before ? before.#parts : new WeakMap();
    this.#writer = mode === 'write-through' && destination ? writerFor(destination) : undefined;
    this.reuse = before?.reuse ?? (mode === 'in-memory' ? reuseBetweenBuilds() : reuseNothing);
    this.#discardReason = discardReason;
  }

  /** The cache that the last build of the output folder saved, or an empty one in its place. */
  static open(settings: Settings, mode: CacheMode, { ignoreSaved = false } = {}): BuildCache {
    const file = `${basePath(settings)}.memory`;
    const [program, saved] = [programVersion(), ignoreSaved ? undefined : readStoredCache(file)];
    const discardReason = saved === 'damaged' ? damagedMessage : saved && programChange(saved.program, program);
    return new BuildCache({
      ...{ mode, destination: { file, output: settings.outputDir, program } },
      ...(saved !== 'damaged' && !discardReason && { saved }),
      discardReason,
    });
  }

  /** An empty cache that is never saved. */
  static inMemory(): BuildCache {
    return new BuildCache();
  }

  /** The cache for the next build of this process; the program is not compared again. */
  forNextBuild(): BuildCache {
    return new BuildCache({ destination: this.#destination, before: this });
  }

  /** Why the saved cache cannot be used, in Vietnamese; undefined while no problem with it was found. */
  get discardReason(): string | undefined {
    return this.#discardReason;
  }

  /** The value that the last build set under a name. */
  get<Value>(name: string): Value | undefined {
    // The caller that gets a name is the one that set it.
    return (this.#previous.get(name) ?? this.#readSaved(name)) as Value | undefined;
  }

  #readSaved(name: string): unknown {
    const part = this.#saved?.findPart(name);
    const bytes = part && this.#saved?.readPart(part);
    if (!part || !bytes) return undefined;
    if (bytes === 'damaged') {
      this.#discardReason = damagedMessage;
      return undefined;
    }
    const value: unknown = deserialize(bytes);
    if (isObject(value)) this.#parts.set(value, part);
    return value;
  }

  /** Stores plain data for the next build. It may be serialized at once: later changes to it do not count. */
  set(name: string, value: unknown): void {
    if (this.#writer) this.#write(this.#writer, name, value);
    else this.#values.set(name, value);
  }

  /** Sets the value of the last build again; in mode 'write-through' without reading it. */
  keep(name: string): void {
    const part = this.#saved?.findPart(name);
    if (part && this.#writer?.keep(part)) return;
    const value = this.get(name);
    if (value !== undefined) this.set(name, value);
  }

  /** The value of the last build if it had the same input, else a newly computed one; stored for the next build. */
  async cached<Value>(name: string, input: string, compute: () => Promise<Value>): Promise<Value> {
    const previous = this.get<{ input: string; value: Value }>(name);
    const current = previous?.input === input ? previous : { input, value: await compute() };
    this.set(name, current);
    return current.value;
  }

  /** Writes all values of this build to disk, or none. Throws if the disk is full. */
  save(): void {
    // The program changed during the build: the values may come from either version.
    if (!this.#destination || programChange(this.#destination.program, programVersion())) {
      this.discard();
      return;
    }
    const writer = this.#writer ?? writerFor(this.#destination);
    for (const [name, value] of this.#values) this.#write(writer, name, value);
    writer.finish(this.#destination.program);
  }

  /** Removes what was written and is not to be saved. */
  discard(): void {
    this.#writer?.discard();
  }

  /** Serializes one part at a time: all at once would double the memory that the cache takes. */
  #write(writer: CacheWriter, name: string, value: unknown): void {
    const stored = isObject(value) ? this.#parts.get(value) : undefined;
    if (stored?.name === name && writer.keep(stored)) return;
    const bytes = serialize(value);
    const part = writer.add(name, bytes);
    if (part && isObject(value)) this.#parts.set(value, part);
    // Frees the memory at once instead of at the next garbage collection.
    bytes.buffer.transfer(0);
  }
}

interface CacheOptions {
  readonly mode?: CacheMode;
  readonly destination?: Destination | undefined;
  readonly saved?: StoredCache | undefined;
  /** The cache of the last build of this process. */
  readonly before?: BuildCache;
  readonly discardReason?: string | undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function writerFor({ file, output }: Destination): CacheWriter {
  return new CacheWriter(file, output);
}

/** The lock file that lets one process at a time build an output folder. */
export function lockFile(settings: Settings): string {
  return `${basePath(settings)}.lock`;
}

/** The folder in which a build is made before it is moved to the output folder. */
export function stagingFolder(settings: Settings): string {
  return `${basePath(settings)}.staging`;
}

function basePath({ cacheDir, outputDir }: Settings): string {
  return join(cacheDir, hash('sha256', `${projectRoot}\n${outputDir}`).slice(0, 16));
}
