import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, type Settings } from '#site/settings.ts';

/** The cache folder of a build that may not write to its MEMORY_DIR. */
const fallbackFolder = join(projectRoot, '.cache', 'spare-memory');

/** The same settings with a writable cache folder: their own, or the fallback. */
export function withWritableCache(settings: Settings): Settings {
  try {
    mkdirSync(settings.cacheDir, { recursive: true });
    accessSync(settings.cacheDir, constants.W_OK);
    return settings;
  } catch {
    return { ...settings, cacheDir: fallbackFolder };
  }
}
