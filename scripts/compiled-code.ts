import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { memoryFolder } from '#site/memory-folder.ts';

/**
 * Has Node keep the compiled code of what is loaded from here on, some hundred modules, for the next process: it knows
 * each by its bytes, believes only what is whole, and compiles where it can neither read nor write.
 */
export function keepCompiledCode(env: Readonly<Record<string, string | undefined>>): void {
  enableCompileCache(join(memoryFolder(env), 'compiled'));
}
