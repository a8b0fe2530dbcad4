import { join } from 'node:path';
import { projectRoot, type Settings } from '#site/settings.ts';
import { writableFolder } from './writable-folder.ts';

/** The cache folder of a build that may not write to its MEMORY_DIR. */
const fallbackFolder = join(projectRoot, '.cache', 'spare-memory');

/** The same settings with a writable cache folder: their own, or the fallback. Throws a SettingsError if none is. */
export function withWritableCache(settings: Settings): Settings {
  const cacheDir = writableFolder(settings.cacheDir, fallbackFolder);
  return cacheDir === settings.cacheDir ? settings : { ...settings, cacheDir };
}
