import { rm } from 'node:fs/promises';
import { writeStaticFiles } from '#site/assets/static-file.ts';
import { type Memory, stagingFolder } from '#site/cache/memory.ts';
import { type Outputs, outputs, rememberOutputs } from '#site/cache/outputs.ts';
import { type CheckedSite, checkedSite } from '#site/check/checked-site.ts';
import type { Finding } from '#site/finding.ts';
import { siteIndex } from '#site/search/site-index.ts';
import type { Settings } from '#site/settings.ts';
import { openSite, type Progress } from './open-site.ts';
import { printPages } from './print-pages.ts';
import { publish, refuseForeignFolder } from './publish.ts';

/** A site that was built, and how much of it was made anew. */
export interface Built {
  readonly warnings: readonly Finding[];
  readonly pictures: number;
  readonly pages: number;
  readonly printed: number;
  /** The files of the output that came, changed or went, and the folders that came as a whole, with a slash at their end. */
  readonly changed: readonly string[];
  /** For the next build of this process. */
  readonly memory: Memory;
  /** When the site must be built again. */
  readonly nextBuildAt?: Date;
  /** Why all of it was made anew although there was a build before, in Vietnamese. */
  readonly doubt?: string;
}

/**
 * Builds the site beside its place, printing only what has changed since the last build, and moves it in when all went
 * well; a failed build leaves the last one alone. Throws a ContentError or a SettingsError.
 */
export async function buildSite(settings: Settings, memory: Memory, progress: Progress): Promise<Built> {
  refuseForeignFolder(settings.outputDir);
  const stood = outputs(settings, memory);
  const checked = await checkedSite(settings, memory);
  const { desk, warnings } = checked;
  const { nextDue } = desk.newsroom;
  await using staging = await emptyFolder(stagingFolder(settings));
  const [index, { keys, due, ...counts }] = await siteIndex(desk.newsroom, settings, memory, stood, staging.path, () =>
    printDue(checked, stood, staging.path, memory, progress),
  );
  for (const address of [...index.changed, ...index.unchanged]) keys.set(address.slice(1), '');
  for (const address of index.changed) due.add(address.slice(1));
  const kept = new Set([...keys.keys()].filter((file) => !due.has(file)));
  memory.publishes();
  const changed = await publish(staging.path, settings.outputDir, settings.precompress, kept, stood.files);
  rememberOutputs(settings.outputDir, keys, stood, due, memory);
  memory.hasPublished();
  const doubt = stood.files.size > 0 ? memory.doubt : undefined;
  return { warnings, ...counts, ...(nextDue && { nextBuildAt: nextDue }), changed, memory, ...(doubt && { doubt }) };
}

/** What was printed of a site, and what its output is to hold. */
interface Printed extends Pick<Built, 'pictures' | 'pages' | 'printed'> {
  /** Of every page and file the key, by its file; empty where it has none. */
  readonly keys: Map<string, string>;
  /** The files that were made. */
  readonly due: Set<string>;
}

/** Prints the pages, and writes the files, that do not stand as they are to be. */
async function printDue(
  checked: CheckedSite,
  stood: Outputs,
  folder: string,
  memory: Memory,
  progress: Progress,
): Promise<Printed> {
  const site = await openSite(checked, memory, progress);
  const keys = new Map<string, string>();
  const stands = (file: string, key = '') => {
    keys.set(file, key);
    return key !== '' && stood.left.get(file)?.key === key;
  };
  const pages = [...site.views].flatMap(([view, all]) => all.map((page) => ({ view, page })));
  const duePages = pages.filter(({ page }) => !stands(page.file, page.key));
  const dueFiles = site.files.filter(({ address, key }) => !stands(address.slice(1), key));
  const due = new Set([...duePages.map(({ page }) => page.file), ...dueFiles.map(({ address }) => address.slice(1))]);
  writeStaticFiles(dueFiles, folder);
  await printPages(duePages, folder, (done, all) => progress('trang', done, all));
  return { pictures: site.pictureCount, pages: pages.length, printed: duePages.length, keys, due };
}

/** A folder that is empty now, whatever a build that was killed left there, and goes when it is no longer used. */
async function emptyFolder(path: string): Promise<AsyncDisposable & { readonly path: string }> {
  const clear = () => rm(path, { recursive: true, force: true });
  await clear();
  return { path, [Symbol.asyncDispose]: clear };
}
