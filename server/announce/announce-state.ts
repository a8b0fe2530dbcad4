import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { AnnouncedDigests } from '#news/announcement.ts';
import { SettingsError } from '#site/settings.ts';

const announcedFile = z.record(z.string(), z.string());

/** The digests that were announced last: empty if the file does not exist, undefined if it is damaged. */
export async function readAnnounced(file: string): Promise<AnnouncedDigests | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? '{}' : throwFileError('đọc', file, error),
  );
  try {
    return announcedFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Replaces the file atomically. */
export async function writeAnnounced(file: string, announced: AnnouncedDigests): Promise<void> {
  const temporary = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, `${JSON.stringify(announced, null, 1)}\n`);
    await rename(temporary, file);
  } catch (error) {
    throwFileError('ghi', file, error as NodeJS.ErrnoException);
  }
}

function throwFileError(action: string, file: string, { code }: NodeJS.ErrnoException): never {
  throw new SettingsError(`Không ${action} được tệp ${file} (${code}): đặt ANNOUNCE_STATE là một tệp ở chỗ ghi được.`);
}
