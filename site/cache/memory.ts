import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { root, type Settings } from '#site/settings.ts';
import { MemoryWriter, readMemory } from './memory-file.ts';
import { type Program, program, programChange } from './program.ts';

const damage = 'bộ nhớ của lần dựng trước bị hỏng';
const damaged = Symbol('damaged');

/**
 * What a memory is for: nothing but to be asked; one build, which writes down at once what it learns and holds nothing of
 * it; or many builds of this process, which hold it, and write it down whenever they are told to.
 */
export type Builds = 'none' | 'one' | 'many';

/** What was made, and of what. */
interface Made {
  readonly of: readonly unknown[];
  readonly value: unknown;
}

/**
 * What one build leaves to the next of the same output: plain data by name, kept only as long as the program is the same.
 * Nothing here is needed: whoever asks makes what is missing again.
 */
export class Memory {
  /** Whether the output stands as this very process left it. */
  readonly isFresh: boolean;
  #doubt: string | undefined;
  readonly #output: string;
  readonly #file: string | undefined;
  readonly #program: Program;
  readonly #recall: (name: string) => unknown;
  /** What is held for the next build of this process; undefined where there is none. */
  readonly #after: Map<string, unknown> | undefined;
  /** Takes what is written down at once. */
  readonly #writer: MemoryWriter | undefined;
  readonly #fleeting: Map<string, Made> | undefined;
  /** Shared by all memories of a process. */
  readonly #published: { wholly: boolean };

  private constructor(made: {
    readonly output: string;
    readonly file?: string | undefined;
    readonly program: Program;
    readonly recall: (name: string) => unknown;
    readonly builds: Builds;
    readonly doubt?: string | undefined;
    readonly fleeting?: Map<string, Made> | undefined;
    readonly published?: { wholly: boolean };
  }) {
    this.#output = made.output;
    this.#file = made.file;
    this.#program = made.program;
    this.#recall = made.recall;
    this.#after = made.builds === 'many' ? new Map() : undefined;
    this.#writer = made.builds === 'one' && made.file ? new MemoryWriter(made.file, made.output) : undefined;
    this.#fleeting = made.fleeting;
    this.#published = made.published ?? { wholly: false };
    this.isFresh = this.#published.wholly;
    this.#doubt = made.doubt;
  }

  /** The memory of an output folder: what the last build of it left, for as many builds of this process. */
  static open(settings: Settings, builds: Builds): Memory {
    const file = `${fileOf(settings)}.memory`;
    const [now, before] = [program(), readMemory(file)];
    const doubt = before === 'damaged' ? damage : before && programChange(before.program, now);
    const stored = before !== 'damaged' && !doubt ? before : undefined;
    const recall = (name: string) => {
      const part = stored?.part(name);
      return part === 'damaged' ? damaged : part && deserialize(part);
    };
    const fleeting = builds === 'many' ? new Map<string, Made>() : undefined;
    return new Memory({ output: settings.outputDir, file, program: now, recall, builds, doubt, fleeting });
  }

  /** The memory of an output folder that was forgotten: all is made anew, and kept. */
  static forgotten(settings: Settings, builds: Builds): Memory {
    const file = `${fileOf(settings)}.memory`;
    return new Memory({ output: settings.outputDir, file, program: program(), recall: () => undefined, builds });
  }

  /** One that knows nothing, and keeps it for this process alone. */
  static empty(): Memory {
    const unknown = { code: '', packages: '', node: '' };
    return new Memory({ output: '', program: unknown, recall: () => undefined, builds: 'many' });
  }

  /** Why what was there cannot be used, in Vietnamese; undefined when it can, as far as it was asked for. */
  get doubt(): string | undefined {
    return this.#doubt;
  }

  /** For the next build in the same process, which the program cannot have changed under. */
  next(): Memory {
    return new Memory({
      output: this.#output,
      file: this.#file,
      program: this.#program,
      recall: (name) => this.#after?.get(name),
      builds: 'many',
      fleeting: this.#fleeting ?? new Map(),
      published: this.#published,
    });
  }

  /** From here until it has published, the output is neither what it was nor what it is to be. */
  publishes(): void {
    this.#published.wholly = false;
  }

  hasPublished(): void {
    this.#published.wholly = true;
  }

  /** What was remembered under a name the last time. */
  recall<Value>(name: string): Value | undefined {
    const found = this.#recall(name);
    if (found === damaged) {
      this.#doubt = damage;
      return undefined;
    }
    // Whoever asks for a name is who remembered it.
    return found as Value | undefined;
  }

  /** Keeps plain data for the next time, as it is now: it may be written down at once. */
  remember(name: string, value: unknown): void {
    this.#after?.set(name, value);
    if (this.#writer) write(this.#writer, name, value);
  }

  /** What was made of the same the last time, or is made now; kept for the next time. */
  async kept<Value>(name: string, of: string, make: () => Promise<Value>): Promise<Value> {
    const before = this.recall<{ of: string; value: Value }>(name);
    const value = before?.of === of ? before.value : await make();
    this.remember(name, { of, value });
    return value;
  }

  /** What this process made in its last build of the very same things, or makes of them now: kept for many builds alone. */
  again<Value>(name: string, of: readonly unknown[], make: () => Value): Value {
    const last = this.#fleeting?.get(name);
    // Whoever asks for a name is who made it.
    if (last?.of.length === of.length && last.of.every((each, at) => each === of[at])) return last.value as Value;
    const value = make();
    this.#fleeting?.set(name, { of, value });
    return value;
  }

  /** Has all that was remembered this time stand in the file, or nothing. Throws where the disk takes no more. */
  save(): void {
    // What was made while the program changed is of neither.
    if (!this.#file || programChange(this.#program, program())) {
      this.abandon();
      return;
    }
    const writer = this.#writer ?? new MemoryWriter(this.#file, this.#output);
    for (const [name, value] of this.#after ?? []) write(writer, name, value);
    writer.finish(this.#program);
  }

  /** Takes back what was written down and is not to be saved. */
  abandon(): void {
    this.#writer?.abandon();
  }
}

/** One part at a time: all at once would be as much again as the memory holds. */
function write(writer: MemoryWriter, name: string, value: unknown): void {
  const bytes = serialize(value);
  writer.add(name, bytes);
  // Taken back at once, not when V8 comes to it.
  bytes.buffer.transfer(0);
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
  return join(memoryDir, hash('sha256', `${root}\n${outputDir}`).slice(0, 16));
}
