import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#site/settings.ts';

/** The cost of indexing, and the index files by path. */
export interface IndexingResult {
  readonly seconds: number;
  /** CPU seconds of all its processes. */
  readonly cpu: number;
  readonly megabytes: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Indexes a file of entries (JSON lines) into a folder, in a child process. */
export function runIndexing(program: 'own' | 'pagefind', entries: string, folder: string): IndexingResult {
  const script = join(projectRoot, 'bench', 'search', 'index-entries.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, program, entries, folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout + stderr);
  const paths = globSync('**', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = paths.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), readFileSync(path)] as const;
  });
  return { ...JSON.parse(stdout), files: new Map(files) };
}
