/** What stands at a path in memory: the text of a file, or the size in bytes of a file that is not read. */
export type FileInMemory = string | number;

let files: ReadonlyMap<string, FileInMemory> = new Map();
let folders: ReadonlyMap<string, ReadonlySet<string>> = new Map();

/** The result of an action that reads files from memory, given by absolute path, in the place of the disk. */
export function withFiles<Result>(inMemory: ReadonlyMap<string, FileInMemory>, action: () => Result): Result {
  const before = { files, folders };
  files = inMemory;
  folders = foldersOf(inMemory.keys());
  try {
    return action();
  } finally {
    ({ files, folders } = before);
  }
}

/** The names in each folder. */
function foldersOf(paths: Iterable<string>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>([['/', new Set()]]);
  for (const path of paths) {
    const names = path.split('/').slice(1);
    for (const [depth, name] of names.entries()) {
      const folder = `/${names.slice(0, depth).join('/')}`;
      const inFolder = found.get(folder) ?? new Set();
      found.set(folder, inFolder.add(name));
    }
  }
  return found;
}

/** The properties of a file or folder that the modules of the site read. */
interface Stats {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
  readonly isSymbolicLink: () => boolean;
}

/** Whether there is a file or folder at a path. */
export function existsSync(path: string): boolean {
  return files.has(path) || folders.has(path);
}

/** The size and type of a file or folder. Throws for what does not exist, unless told not to. */
export function statSync(path: string): Stats;
export function statSync(path: string, options: { readonly throwIfNoEntry: false }): Stats | undefined;
export function statSync(path: string, { throwIfNoEntry = true } = {}): Stats | undefined {
  const file = files.get(path);
  if (!existsSync(path)) {
    if (throwIfNoEntry) throw missing(path);
    return undefined;
  }
  return {
    size: typeof file === 'string' ? bytesOf(file).length : (file ?? 0),
    // Changed just now: nothing is remembered of a file from one call to the next.
    ...{ mtimeMs: Date.now(), ctimeMs: Date.now(), ino: 0 },
    isFile: () => file !== undefined,
    isDirectory: () => file === undefined,
    isSymbolicLink: () => false,
  };
}

/** The same as statSync: in memory there are no symbolic links. */
export const lstatSync = statSync;

/** The bytes or, in an encoding, the text of a file. Throws for a file that is not in memory. */
export function readFileSync(path: string): Uint8Array;
export function readFileSync(path: string, encoding: 'utf8'): string;
export function readFileSync(path: string, encoding?: 'utf8'): Uint8Array | string {
  const text = files.get(path);
  if (typeof text !== 'string') throw missing(path);
  return encoding ? text : bytesOf(text);
}

/** The names in a folder. */
export function readdirSync(path: string): string[] {
  return [...(folders.get(path) ?? [])];
}

/** The path itself: names in memory are written in one way. */
export function realpathSync(path: string): string {
  return path;
}
realpathSync.native = realpathSync;

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function missing(path: string): Error {
  return new Error(`There is no file ${path} in memory.`);
}
