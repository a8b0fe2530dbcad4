import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file below a folder as a relative path with "/"; names that begin with a dot are skipped, folders too. A symbolic
 * link is listed like a file and never followed; `onLink` is called with it.
 */
export function filesIn(folder: string, onLink: (path: string) => void = () => {}): Set<string> {
  const found = new Set<string>();
  const walk = (parent: string) => {
    for (const entry of readdirSync(join(folder, parent), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink()) onLink(parent + entry.name);
      if (entry.isDirectory()) walk(`${parent}${entry.name}/`);
      else found.add(parent + entry.name);
    }
  };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) walk('');
  return found;
}
