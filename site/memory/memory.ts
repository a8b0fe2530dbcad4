import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { root, type Settings } from '#site/settings.ts';
import { readMemory, writeMemory } from './memory-file.ts';
import { type Program, program, programChange } from './program.ts';

const damage = 'bộ nhớ của lần dựng trước bị hỏng';
const damaged = Symbol('damaged');

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
  readonly #after = new Map<string, unknown>();
  readonly #fleeting: Map<string, Made> | undefined;
  /** Shared by all memories of a process. */
  readonly #published: { wholly: boolean };

  private constructor(made: {
    readonly output: string;
    readonly file?: string | undefined;
    readonly program: Program;
    readonly recall: (name: string) => unknown;
    readonly doubt?: string | undefined;
    readonly fleeting?: Map<string, Made> | undefined;
    readonly published?: { wholly: boolean };
  }) {
    this.#output = made.output;
    this.#file = made.file;
    this.#program = made.program;
    this.#recall = made.recall;
    this.#fleeting = made.fleeting;
    this.#published = made.published ?? { wholly: false };
    this.isFresh = this.#published.wholly;
    this.#doubt = made.doubt;
  }

  /** The memory of an output folder, for one build or for the first of many in this process. */
  static open(settings: Settings, builds: 'one' | 'many' = 'one'): Memory {
    const file = `${fileOf(settings)}.memory`;
    const [now, before] = [program(), readMemory(file)];
    const doubt = before === 'damaged' ? damage : before && programChange(before.program, now);
    const stored = before !== 'damaged' && !doubt ? before : undefined;
    const recall = (name: string) => {
      const part = stored?.part(name);
      return part === 'damaged' ? damaged : part && deserialize(part);
    };
    const fleeting = builds === 'many' ? new Map<string, Made>() : undefined;
    return new Memory({ output: settings.outputDir, file, program: now, recall, doubt, fleeting });
  }

  /** The memory of an output folder that was forgotten: all is made anew, and kept. */
  static forgotten(settings: Settings): Memory {
    const file = `${fileOf(settings)}.memory`;
    return new Memory({ output: settings.outputDir, file, program: program(), recall: () => undefined });
  }

  /** One that knows nothing and keeps nothing. */
  static empty(): Memory {
    return new Memory({ output: '', program: { code: '', packages: '', node: '' }, recall: () => undefined });
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
      recall: (name) => this.#after.get(name),
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

  /** What this process made in its last build of the very same things, or makes of them now: kept for many builds alone. */
  again<Value>(name: string, of: readonly unknown[], make: () => Value): Value {
    const last = this.#fleeting?.get(name);
    // Whoever asks for a name is who made it.
    if (last?.of.length === of.length && last.of.every((each, at) => each === of[at])) return last.value as Value;
    const value = make();
    this.#fleeting?.set(name, { of, value });
    return value;
  }

  /** Writes down what was remembered this time, all or nothing. Throws where the disk takes no more. */
  save(): void {
    // What was made while the program changed is of neither.
    if (!this.#file || programChange(this.#program, program())) return;
    writeMemory(this.#file, this.#output, this.#program, this.#parts());
  }

  /** One after the other: all at once would be as much again as the memory holds. */
  *#parts(): Generator<readonly [string, Uint8Array]> {
    for (const [name, value] of this.#after) {
      const bytes = serialize(value);
      yield [name, bytes];
      // Taken back at once, not when V8 comes to it.
      bytes.buffer.transfer(0);
    }
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
  return join(memoryDir, hash('sha256', `${root}\n${outputDir}`).slice(0, 16));
}
