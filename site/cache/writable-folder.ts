import { accessSync, constants, mkdirSync } from 'node:fs';
import { SettingsError } from '#site/settings.ts';

/** The first of some folders that can be written to, created if it is missing. Throws a SettingsError if none can. */
export function writableFolder(...folders: readonly string[]): string {
  const found = folders.find(isWritable);
  if (found === undefined)
    throw new SettingsError(
      `Không ghi được vào ${folders.join(' hay ')}: đặt MEMORY_DIR là một thư mục mà lệnh này ghi được.`,
    );
  return found;
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
