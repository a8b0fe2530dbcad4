import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Settings } from '#site/settings.ts';

/** Where a build remembers that may not write into its MEMORY_DIR. */
const spare = join(root, '.cache', 'spare-memory');

/** The same settings with a memory folder that can be written: theirs, or a spare one. */
export function withWritableMemory(settings: Settings): Settings {
  try {
    mkdirSync(settings.memoryDir, { recursive: true });
    accessSync(settings.memoryDir, constants.W_OK);
    return settings;
  } catch {
    return { ...settings, memoryDir: spare };
  }
}
