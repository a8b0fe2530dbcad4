import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Calls `changed` at every change of files of one folder, by their names; keeps no process running. */
export function watchFiles(folder: string, names: readonly string[], changed: () => void): void {
  watch(folder, { persistent: false }, (_event, name) => {
    if (name !== null && names.includes(name)) changed();
  });
}

/**
 * Tells of every change below a folder, in whatever way a program saves; keeps no process running. Each folder is watched for
 * itself: Node's recursive watch on Linux knows a file by its inode, and is deaf to it once another was renamed over it.
 */
export function watchFolder(folder: string, changed: () => void): void {
  let watchers = watchAll(folder);

  function again(): void {
    for (const watcher of watchers) watcher.close();
    watchers = watchAll(folder);
  }

  function watchAll(folder: string): FSWatcher[] {
    try {
      const watcher = watch(folder, { persistent: false }, (event) => {
        // A folder may have come, gone or been replaced. What changes before all are watched again, is read after that.
        if (event === 'rename') again();
        changed();
      });
      watcher.on('error', changed);
      // Listed once it is watched, so that no folder comes in between.
      const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      return [watcher, ...below.flatMap(({ name }) => (name.startsWith('.') ? [] : watchAll(join(folder, name))))];
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // Where it has gone, the folder above tells of it; what the system refuses is not left out in silence.
      if (['ENOENT', 'ENOTDIR'].includes(code) || !existsSync(folder)) return [];
      throw error;
    }
  }
}
