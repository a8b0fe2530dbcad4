import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Settings } from '#site/settings.ts';
import { type Program, program, programChange } from './program.ts';

/** Whatever changes the form of the file counts this up. */
const format = 'memory 1\n';

interface Stored {
  readonly program: Program;
  /** Each part as it was serialised. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/**
 * What one build leaves to the next of the same output: plain data by name, kept only as long as the program is the same.
 * Nothing here is needed: whoever asks makes what is missing again.
 */
export class Memory {
  /** Why what was there cannot be used, in Vietnamese; undefined when it can, or when there is nothing. */
  readonly doubt: string | undefined;
  readonly #file: string | undefined;
  readonly #program: Program;
  readonly #before: ReadonlyMap<string, Uint8Array>;
  readonly #after = new Map<string, unknown>();

  private constructor(now: Program, file?: string, before?: Stored | 'damaged') {
    this.#file = file;
    this.#program = now;
    this.doubt =
      before === 'damaged' ? 'bộ nhớ của lần dựng trước bị hỏng' : before && programChange(before.program, now);
    this.#before = before && before !== 'damaged' && !this.doubt ? before.parts : new Map();
  }

  /** The memory of an output folder. */
  static open(settings: Settings): Memory {
    const file = `${fileOf(settings)}.memory`;
    return new Memory(program(), file, read(file));
  }

  /** One that knows nothing and keeps nothing. */
  static empty(): Memory {
    return new Memory({ code: '', packages: '', node: '' });
  }

  /** What was remembered under a name the last time. */
  recall<Value>(name: string): Value | undefined {
    const part = this.#before.get(name);
    return part && deserialize(part);
  }

  /** Keeps plain data for the next time. */
  remember(name: string, value: unknown): void {
    this.#after.set(name, value);
  }

  /** What was made of the same the last time, or is made now; kept for the next time. */
  async kept<Value>(name: string, of: string, make: () => Promise<Value>): Promise<Value> {
    const before = this.recall<{ of: string; value: Value }>(name);
    const value = before?.of === of ? before.value : await make();
    this.remember(name, { of, value });
    return value;
  }

  /** Writes down what was remembered this time, all or nothing. */
  save(): void {
    if (!this.#file) return;
    const parts = new Map(Array.from(this.#after, ([name, value]) => [name, serialize(value)]));
    const payload = serialize({ program: this.#program, parts } satisfies Stored);
    const unfinished = `${this.#file}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([Buffer.from(format), hash('sha256', payload, 'buffer'), payload]));
    renameSync(unfinished, this.#file);
  }
}

/** The file under which one process at a time builds an output folder. */
export function lockFile(settings: Settings): string {
  return `${fileOf(settings)}.lock`;
}

/** Where a build of an output folder is made before it is moved there. */
export function stagingFolder(settings: Settings): string {
  return `${fileOf(settings)}.staging`;
}

function fileOf({ memoryDir, outputDir }: Settings): string {
  return join(memoryDir, hash('sha256', outputDir).slice(0, 16));
}

function read(file: string): Stored | 'damaged' | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const head = Buffer.byteLength(format);
  const payload = bytes.subarray(head + 32);
  if (bytes.toString('utf8', 0, head) !== format) return 'damaged';
  if (!hash('sha256', payload, 'buffer').equals(bytes.subarray(head, head + 32))) return 'damaged';
  return deserialize(payload);
}
