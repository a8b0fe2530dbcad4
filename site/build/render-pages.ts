import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type UserConfig from '@11ty/eleventy/UserConfig';
import type { RenderablePage } from '#layouts/page.ts';
import { projectRoot } from '#site/settings.ts';
import { fileWriter, type RenderedFile } from './file-writer.ts';
import { PageWriter } from './page-writer.ts';
import { eleventyInput, registerViews } from './register-views.ts';

/** Eleventy holds all pages of a run: the text of this many is still freed as young garbage by V8. */
const defaultBatchSize = 20;

/** An Eleventy instance retains some 2 kB per page it has rendered; after this many it is replaced by a new one. */
const pagesPerInstance = 5000;

/** Writing this many pages takes longer than starting a worker thread. */
const defaultWorkerThreshold = 500;

/** From this many pages on the garbage of rendering takes gigabytes. */
const largeSite = 50_000;

/** A page and the name of the view that renders it. */
export interface PageOfView {
  readonly view: string;
  readonly page: RenderablePage<unknown>;
}

/** A rendered page as Eleventy returns it. */
interface EleventyResult {
  readonly outputPath: string;
  readonly content: unknown;
}

/** Renders pages with Eleventy and writes them into a folder; many are written in a worker thread. */
export async function renderPages(
  pages: readonly PageOfView[],
  folder: string,
  progress: (done: number, all: number) => void,
  { batchSize = defaultBatchSize, workerThreshold = defaultWorkerThreshold } = {},
): Promise<void> {
  refuseConflicts(pages);
  // By default V8 collects the whole heap, and with it the text of large feeds, when it is three times what is in use.
  if (pages.length >= largeSite) setFlagsFromString('--heap-growing-percent=50');
  await using worker = pages.length < workerThreshold ? undefined : new PageWriter();
  const writeHere = fileWriter();
  let render: RenderBatch | undefined;
  for (let start = 0; start < pages.length; start += batchSize) {
    if (!render || start % pagesPerInstance < batchSize) render = await createRenderer(folder);
    const rendered = await render(pages.slice(start, start + batchSize));
    if (worker) await worker.write(rendered);
    else writeHere(rendered);
    progress(start + rendered.length, pages.length);
  }
  await worker?.finish();
}

/** Throws if two pages have the same file; Eleventy itself compares only the pages of one batch. */
function refuseConflicts(pages: readonly PageOfView[]): void {
  const files = new Set<string>();
  for (const { page } of pages) {
    if (files.has(page.file)) throw new Error(`Two pages are printed into ${page.file}.`);
    files.add(page.file);
  }
}

/** Renders pages into files in memory. */
type RenderBatch = (pages: readonly PageOfView[]) => Promise<RenderedFile[]>;

/** A function that renders pages for a folder with one Eleventy instance. */
async function createRenderer(folder: string): Promise<RenderBatch> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  let byView = new Map<string, PageOfView[]>();
  const pagesOf = (view: string) => (byView.get(view) ?? []).map(({ page }) => page);
  const eleventy = new Eleventy(join(projectRoot, eleventyInput), folder, {
    quietMode: true,
    config: (eleventyConfig: UserConfig) => registerViews(eleventyConfig, pagesOf),
  });
  eleventy.disableLogger();

  return async (pages) => {
    byView = Map.groupBy(pages, ({ view }) => view);
    const results = (await eleventy.toJSON()) as unknown as EleventyResult[];
    if (results.length < pages.length) throw new Error('There are pages of a view that is none.');
    return results.map(({ outputPath, content }) => {
      if (typeof content !== 'string') throw new Error(`${outputPath} is printed as no text.`);
      return { file: outputPath, text: content };
    });
  };
}
