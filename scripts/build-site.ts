import { rm } from 'node:fs/promises';
import { lockFile, Memory, stagingFolder } from '#site/memory/memory.ts';
import { oneAtATime } from '#site/memory/one-at-a-time.ts';
import { outputs, rememberOutputs } from '#site/memory/outputs.ts';
import { openSite, type Progress, type Site } from '#site/open-site.ts';
import { publish, refuseForeignFolder } from '#site/publish.ts';
import type { Settings } from '#site/settings.ts';
import { writeStaticFiles } from '#site/static-files.ts';
import { printPages } from './print-pages.ts';

/** A site that was built, and how much of it was made anew. */
export interface Built {
  readonly site: Site;
  readonly pages: number;
  readonly printed: number;
  /** Whether any file of the output changed, came or went. */
  readonly changed: boolean;
  /** For the next build; it is for the caller to save. */
  readonly memory: Memory;
  /** Why all of it was made anew although there was a build before, in Vietnamese. */
  readonly doubt?: string;
}

/**
 * Builds the site beside its place, printing only what has changed since the last build, and moves it in when all went
 * well; a failed build leaves the last one alone. `waiting` is called where another build of the same folder must end
 * first. Throws a ContentError or a SettingsError.
 */
export function buildSite(
  settings: Settings,
  progress: Progress,
  waiting: () => void,
  recall: (settings: Settings) => Memory = Memory.open,
): Promise<Built> {
  return oneAtATime(lockFile(settings), waiting, async () => {
    refuseForeignFolder(settings.outputDir);
    const memory = recall(settings);
    const stood = outputs(settings, memory);
    const site = await openSite(settings, memory, stood, progress);

    const keys = new Map<string, string>();
    const stands = (file: string, key = '') => {
      keys.set(file, key);
      return key !== '' && stood.left.get(file)?.key === key;
    };
    const pages = [...site.views].flatMap(([view, all]) => all.map((page) => ({ view, page })));
    const duePages = pages.filter(({ page }) => !stands(page.file, page.key));
    const dueFiles = site.files.filter(({ address, key }) => !stands(address.slice(1), key));
    const due = new Set([...duePages.map(({ page }) => page.file), ...dueFiles.map(({ address }) => address.slice(1))]);

    const staging = stagingFolder(settings);
    // A build that was killed may have left something there.
    await rm(staging, { recursive: true, force: true });
    let changed: boolean;
    try {
      const index = await site.writeIndex(staging, async () => {
        writeStaticFiles(dueFiles, staging);
        await printPages(duePages, staging, (done, all) => progress('trang', done, all));
      });
      for (const address of [...index.changed, ...index.unchanged]) keys.set(address.slice(1), '');
      for (const address of index.changed) due.add(address.slice(1));
      const kept = new Set([...keys.keys()].filter((file) => !due.has(file)));
      memory.publishes();
      changed = await publish(staging, settings.outputDir, settings.precompress, kept, stood.files);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
    rememberOutputs(settings.outputDir, keys, stood, due, memory);
    memory.hasPublished();
    const doubt = stood.files.size > 0 ? memory.doubt : undefined;
    return { site, pages: pages.length, printed: duePages.length, changed, memory, ...(doubt && { doubt }) };
  });
}
