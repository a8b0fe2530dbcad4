import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Calls `changed` at every change of files of one folder, by their names; keeps no process running. */
export function watchFiles(folder: string, names: readonly string[], changed: () => void): void {
  watch(folder, { persistent: false }, (_event, name) => {
    if (name !== null && names.includes(name)) changed();
  });
}

/**
 * Calls `onChange` after every change below a folder; does not keep the process running. Each subfolder has its own
 * watcher: Node's recursive one on Linux follows a file's inode, and misses changes after another was renamed over it.
 */
export function watchFolder(folder: string, onChange: () => void): void {
  let watchers = watchAll(folder);

  function restart(): void {
    for (const watcher of watchers) watcher.close();
    watchers = watchAll(folder);
  }

  function watchAll(folder: string): FSWatcher[] {
    try {
      const watcher = watch(folder, { persistent: false }, (event) => {
        // A folder may have been added, deleted or replaced. `onChange` comes after, so no change in between is missed.
        if (event === 'rename') restart();
        onChange();
      });
      watcher.on('error', onChange);
      // Listed after the watch has started, so that no folder is added in between.
      const subfolders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      return [watcher, ...subfolders.flatMap(({ name }) => (name.startsWith('.') ? [] : watchAll(join(folder, name))))];
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // The watcher of the parent folder reports a deleted folder; any other error is thrown.
      if (['ENOENT', 'ENOTDIR'].includes(code) || !existsSync(folder)) return [];
      throw error;
    }
  }
}
