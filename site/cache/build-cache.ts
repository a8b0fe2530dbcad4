import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { projectRoot, type Settings } from '#site/settings.ts';
import { CacheFileWriter, readCacheFile } from './cache-file.ts';
import { type ProgramVersion, programChange, programVersion } from './program-version.ts';

const damagedMessage = 'bộ nhớ của lần dựng trước bị hỏng';
const damaged = Symbol('damaged');

/**
 * How a cache is used: 'read-only' stores nothing; 'write-through' is for one build, writes each value to the file at
 * once and holds none; 'in-memory' is for several builds of this process, holds the values and writes them on `save`.
 */
export type CacheMode = 'read-only' | 'write-through' | 'in-memory';

/** A value and the inputs it was computed from. */
interface Computed {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
}

/**
 * What a build passes to the next build of the same output folder: plain data by name, discarded when the program has
 * changed. No value is required: the caller recomputes what is missing.
 */
export class BuildCache {
  /** Whether the output folder is taken to be as the last build of this process left it. */
  readonly isOutputUntouched: boolean;
  #discardReason: string | undefined;
  readonly #output: string;
  readonly #file: string | undefined;
  readonly #program: ProgramVersion;
  readonly #getPrevious: (name: string) => unknown;
  /** The values for the next build of this process; only in mode 'in-memory'. */
  readonly #values: Map<string, unknown> | undefined;
  /** Only in mode 'write-through'. */
  readonly #writer: CacheFileWriter | undefined;
  readonly #computed: Map<string, Computed> | undefined;
  /** Shared by all caches of this process that derive from the same one. */
  readonly #outputState: { isPublished: boolean };

  private constructor(options: {
    readonly output: string;
    readonly file?: string | undefined;
    readonly program: ProgramVersion;
    readonly getPrevious: (name: string) => unknown;
    readonly mode: CacheMode;
    readonly discardReason?: string | undefined;
    readonly computed?: Map<string, Computed> | undefined;
    readonly outputState?: { isPublished: boolean };
  }) {
    this.#output = options.output;
    this.#file = options.file;
    this.#program = options.program;
    this.#getPrevious = options.getPrevious;
    this.#values = options.mode === 'in-memory' ? new Map() : undefined;
    this.#writer =
      options.mode === 'write-through' && options.file ? new CacheFileWriter(options.file, options.output) : undefined;
    this.#computed = options.computed;
    this.#outputState = options.outputState ?? { isPublished: false };
    this.isOutputUntouched = this.#outputState.isPublished;
    this.#discardReason = options.discardReason;
  }

  /** The cache that the last build of the output folder saved. */
  static open(settings: Settings, mode: CacheMode): BuildCache {
    const file = `${basePath(settings)}.memory`;
    const [current, stored] = [programVersion(), readCacheFile(file)];
    const discardReason = stored === 'damaged' ? damagedMessage : stored && programChange(stored.program, current);
    const usable = stored !== 'damaged' && !discardReason ? stored : undefined;
    const getPrevious = (name: string) => {
      const part = usable?.readPart(name);
      return part === 'damaged' ? damaged : part && deserialize(part);
    };
    const computed = mode === 'in-memory' ? new Map<string, Computed>() : undefined;
    return new BuildCache({
      output: settings.outputDir,
      file,
      program: current,
      getPrevious,
      mode,
      discardReason,
      computed,
    });
  }

  /** An empty cache of the output folder, in place of the saved one: everything is recomputed and saved. */
  static startEmpty(settings: Settings, mode: CacheMode): BuildCache {
    const file = `${basePath(settings)}.memory`;
    return new BuildCache({
      output: settings.outputDir,
      file,
      program: programVersion(),
      getPrevious: () => undefined,
      mode,
    });
  }

  /** An empty cache that is never saved. */
  static inMemory(): BuildCache {
    const unknown = { code: '', packages: '', node: '' };
    return new BuildCache({ output: '', program: unknown, getPrevious: () => undefined, mode: 'in-memory' });
  }

  /** Why the saved cache cannot be used, in Vietnamese; undefined while no problem with it was found. */
  get discardReason(): string | undefined {
    return this.#discardReason;
  }

  /** The cache for the next build of this process; the program is not compared again. */
  forNextBuild(): BuildCache {
    return new BuildCache({
      output: this.#output,
      file: this.#file,
      program: this.#program,
      getPrevious: (name) => this.#values?.get(name),
      mode: 'in-memory',
      computed: this.#computed ?? new Map(),
      outputState: this.#outputState,
    });
  }

  /** To be called before the output folder is changed: until `markPublished` its files are in an unknown state. */
  markPublishing(): void {
    this.#outputState.isPublished = false;
  }

  markPublished(): void {
    this.#outputState.isPublished = true;
  }

  /** The value that the last build set under a name. */
  get<Value>(name: string): Value | undefined {
    const found = this.#getPrevious(name);
    if (found === damaged) {
      this.#discardReason = damagedMessage;
      return undefined;
    }
    // The caller that gets a name is the one that set it.
    return found as Value | undefined;
  }

  /** Stores plain data for the next build. It may be serialized at once: later changes to it do not count. */
  set(name: string, value: unknown): void {
    this.#values?.set(name, value);
    if (this.#writer) write(this.#writer, name, value);
  }

  /** The value of the last build if it had the same input, else a newly computed one; stored for the next build. */
  async cached<Value>(name: string, input: string, compute: () => Promise<Value>): Promise<Value> {
    const previous = this.get<{ input: string; value: Value }>(name);
    const value = previous?.input === input ? previous.value : await compute();
    this.set(name, { input, value });
    return value;
  }

  /** The value that the last build of this process computed from identical inputs, else a new one; for mode 'in-memory'. */
  reuse<Value>(name: string, inputs: readonly unknown[], compute: () => Value): Value {
    const last = this.#computed?.get(name);
    if (last?.inputs.length === inputs.length && last.inputs.every((input, index) => input === inputs[index]))
      // The caller that gets a name is the one that set it.
      return last.value as Value;
    const value = compute();
    this.#computed?.set(name, { inputs, value });
    return value;
  }

  /** Writes all values of this build to the file, or none. Throws if the disk is full. */
  save(): void {
    // The program changed during the build: the values may come from either version.
    if (!this.#file || programChange(this.#program, programVersion())) {
      this.discard();
      return;
    }
    const writer = this.#writer ?? new CacheFileWriter(this.#file, this.#output);
    for (const [name, value] of this.#values ?? []) write(writer, name, value);
    writer.finish(this.#program);
  }

  /** Removes what was written and is not to be saved. */
  discard(): void {
    this.#writer?.discard();
  }
}

/** Serializes one part at a time: all at once would double the memory that the cache takes. */
function write(writer: CacheFileWriter, name: string, value: unknown): void {
  const bytes = serialize(value);
  writer.add(name, bytes);
  // Frees the memory at once instead of at the next garbage collection.
  bytes.buffer.transfer(0);
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
