import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells of every change below a folder, in whatever way a program saves; keeps no process running. Each folder is watched for
 * itself: Node's recursive watch on Linux knows a file by its inode, and is deaf to it once another was renamed over it.
 */
export function watchFolder(folder: string, changed: () => void): void {
  let watchers = watchAll();

  function watchAll() {
    return foldersIn(folder).map((each) =>
      watch(each, { persistent: false }, (event) => {
        if (event === 'rename') {
          // A folder may have come, gone or been replaced. What changes until they are watched again, is read after that.
          for (const watcher of watchers) watcher.close();
          watchers = watchAll();
        }
        changed();
      }).on('error', changed),
    );
  }
}

/** A folder and all below it, but for those whose name begins with a dot; none where there is no such folder. */
function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const below = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    return [folder, ...below.flatMap(({ name }) => foldersIn(join(folder, name)))];
  } catch {
    return [];
  }
}
