import { join } from 'node:path';
import type UserConfig from '@11ty/eleventy/UserConfig';
import type { Page } from '#layouts/page.ts';
import { root } from '#site/settings.ts';
import { PageWriter } from './page-writer.ts';
import { type PrintedFile, printedFileWriter } from './printed-file-writer.ts';
import { eleventyInput, register } from './register.ts';

/** Eleventy holds what it prints at once: of so many pages V8 takes the text back before it counts as old. */
const pagesAtOnce = 100;

/** Eleventy remembers some 2 kB of each page it ever printed; after so many another takes its place. */
const pagesOfOne = 5000;

/** Writing so many takes longer than a thread takes to start. */
const worthAThread = 500;

/** A page and the view that prints it. */
export interface ViewedPage {
  readonly view: string;
  readonly page: Page<unknown>;
}

/** What Eleventy tells of a page that it printed. */
interface Printed {
  readonly outputPath: string;
  readonly content: unknown;
}

/** Has Eleventy print pages and writes them into a folder: many in a thread, while the next ones are printed. */
export async function printPages(
  pages: readonly ViewedPage[],
  folder: string,
  progress: (done: number, all: number) => void,
  { atOnce = pagesAtOnce, fewest = worthAThread } = {},
): Promise<void> {
  refuseConflicts(pages);
  await using thread = pages.length < fewest ? undefined : new PageWriter();
  const writeHere = printedFileWriter();
  let print: Print | undefined;
  for (let start = 0; start < pages.length; start += atOnce) {
    if (!print || start % pagesOfOne < atOnce) print = await printer(folder);
    const printed = await print(pages.slice(start, start + atOnce));
    if (thread) await thread.write(printed);
    else writeHere(printed);
    progress(start + printed.length, pages.length);
  }
  await thread?.finish();
}

/** Throws where two pages are printed into one file; Eleventy compares only those that it prints at once. */
function refuseConflicts(pages: readonly ViewedPage[]): void {
  const files = new Set<string>();
  for (const { page } of pages) {
    if (files.has(page.file)) throw new Error(`Two pages are printed into ${page.file}.`);
    files.add(page.file);
  }
}

/** Prints pages, and tells the file and the text of each. */
type Print = (pages: readonly ViewedPage[]) => Promise<PrintedFile[]>;

/** What prints pages into a folder, with the same Eleventy each time. */
async function printer(folder: string): Promise<Print> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  let byView = new Map<string, ViewedPage[]>();
  const pagesOf = (view: string) => (byView.get(view) ?? []).map(({ page }) => page);
  const eleventy = new Eleventy(join(root, eleventyInput), folder, {
    quietMode: true,
    config: (eleventyConfig: UserConfig) => register(eleventyConfig, pagesOf),
  });
  eleventy.disableLogger();

  return async (pages) => {
    byView = Map.groupBy(pages, ({ view }) => view);
    const printed = (await eleventy.toJSON()) as unknown as Printed[];
    if (printed.length < pages.length) throw new Error('There are pages of a view that is none.');
    return printed.map(({ outputPath, content }) => {
      if (typeof content !== 'string') throw new Error(`${outputPath} is printed as no text.`);
      return { file: outputPath, text: content };
    });
  };
}
