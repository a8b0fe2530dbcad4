import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileSignature } from '#site/cache/file-signature.ts';

/** What several names have in common. */
export type NameKey = (name: string) => string;

type NamesByKey = ReadonlyMap<string, readonly string[]>;

/** By key and folder, with the signature of the folder: a thousand articles may each look for a name in the same one. */
const remembered = new Map<NameKey, Map<string, { readonly signature: string; readonly names: NamesByKey }>>();

/** The names in a folder; none if there is no such folder. */
export function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

/** The names in a folder that have a key. */
export function namesWithKey(folder: string, key: NameKey, wanted: string): readonly string[] {
  return namesByKey(folder, key).get(wanted) ?? [];
}

function namesByKey(folder: string, key: NameKey): NamesByKey {
  const folders = remembered.get(key) ?? new Map();
  remembered.set(key, folders);
  const signature = existsSync(folder) ? fileSignature(folder) : undefined;
  const known = folders.get(folder);
  if (signature !== undefined && known?.signature === signature) return known.names;
  const byKey = Map.groupBy(namesIn(folder), key);
  if (signature !== undefined) folders.set(folder, { signature, names: byKey });
  return byKey;
}
