import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Announced } from '#news/announcement.ts';
import { SettingsError } from '#site/settings.ts';

const announcedFile = z.record(z.string(), z.string());

/** What hubs were told last: nothing the first time, undefined when the file that says it is damaged. */
export async function readAnnounced(file: string): Promise<Announced | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? '{}' : refuse('đọc', file, error),
  );
  try {
    return announcedFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Replaces the file as a whole, so that no run finds half of it. */
export async function writeAnnounced(file: string, announced: Announced): Promise<void> {
  const beside = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(beside, `${JSON.stringify(announced, null, 1)}\n`);
    await rename(beside, file);
  } catch (error) {
    refuse('ghi', file, error as NodeJS.ErrnoException);
  }
}

function refuse(what: string, file: string, { code }: NodeJS.ErrnoException): never {
  throw new SettingsError(`Không ${what} được tệp ${file} (${code}): đặt ANNOUNCE_STATE là một tệp ở chỗ ghi được.`);
}
