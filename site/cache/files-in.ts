import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, relative to it and with "/", but for those whose name, or folder's name, begins with a dot. */
export function filesIn(folder: string): Set<string> {
  const found = new Set<string>();
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) walk(`${below}${entry.name}/`);
      else found.add(below + entry.name);
    }
  };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) walk('');
  return found;
}
