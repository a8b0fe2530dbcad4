import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Settings } from '#site/settings.ts';

/** The cache folder of a build that may not write to its MEMORY_DIR. */
const fallbackFolder = join(root, '.cache', 'spare-memory');

/** The same settings with a writable cache folder: their own, or the fallback. */
export function withWritableCache(settings: Settings): Settings {
  try {
    mkdirSync(settings.memoryDir, { recursive: true });
    accessSync(settings.memoryDir, constants.W_OK);
    return settings;
  } catch {
    return { ...settings, memoryDir: fallbackFolder };
  }
}
