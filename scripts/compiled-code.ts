import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { memoryFolder } from '#site/cache/memory-folder.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Node keeps compiled code, for a process that is told so by NODE_COMPILE_CACHE. */
export function compiledCodeFolder(env: Environment): string {
  return join(memoryFolder(env), 'compiled');
}

/**
 * Has Node keep the compiled code of what is loaded from here on, some hundred modules, for the next process: it knows
 * each by its bytes, believes only what is whole, and compiles where it can neither read nor write.
 */
export function keepCompiledCode(env: Environment): void {
  enableCompileCache(compiledCodeFolder(env));
}
