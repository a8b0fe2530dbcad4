import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import Eleventy from '@11ty/eleventy';
import type UserConfig from '@11ty/eleventy/UserConfig';
import type { StaticFile } from '#site/assets.ts';
import { lockFile, Memory, stagingFolder } from '#site/memory/memory.ts';
import { oneAtATime } from '#site/memory/one-at-a-time.ts';
import { outputs, rememberOutputs } from '#site/memory/outputs.ts';
import { openSite, type Progress, type Site, type SitePage } from '#site/open-site.ts';
import { publish, refuseForeignFolder } from '#site/publish.ts';
import { root, type Settings } from '#site/settings.ts';
import { register } from '../.eleventy.ts';

/** Eleventy holds every page it has printed until it ends; so many at a time keep its memory flat. */
const pagesAtOnce = 2000;

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
      const index = await site.writeIndex(staging, () =>
        printAll({ views: site.views.keys(), pages: duePages, files: dueFiles }, staging, progress),
      );
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

/** Prints pages, and writes files beside them, into a folder. */
async function printAll(
  due: {
    readonly views: Iterable<string>;
    readonly pages: readonly { readonly view: string; readonly page: SitePage }[];
    readonly files: readonly StaticFile[];
  },
  folder: string,
  progress: Progress,
): Promise<void> {
  const { pages } = due;
  const allViews = [...due.views];
  let printed = 0;
  for (let start = 0; start === 0 || start < pages.length; start += pagesAtOnce) {
    const batch = Map.groupBy(pages.slice(start, start + pagesAtOnce), ({ view }) => view);
    const views = allViews.map((view) => [view, (batch.get(view) ?? []).map(({ page }) => page)] as const);
    const files = start === 0 ? due.files : [];
    await print({ views: new Map(views), files }, folder, () => progress('trang', ++printed, pages.length));
  }
}

/** Has Eleventy print pages into a folder. */
async function print(site: Pick<Site, 'views' | 'files'>, folder: string, printed: () => void): Promise<void> {
  const eleventy = new Eleventy(join(root, 'layouts', 'pages'), folder, {
    quietMode: true,
    config(eleventyConfig: UserConfig) {
      register(eleventyConfig, site);
      eleventyConfig.addLinter('progress', printed);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}
