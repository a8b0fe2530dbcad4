import { join } from 'node:path';
import type UserConfig from '@11ty/eleventy/UserConfig';
import type { Page } from '#layouts/page.ts';
import { root } from '#site/settings.ts';
import { register } from '../.eleventy.ts';
import { PageWriter } from './page-writer.ts';
import { type PrintedFile, printedFileWriter } from './printed-file-writer.ts';

/** Eleventy holds every page it has printed until it ends; so many at a time keep its memory flat. */
const pagesAtOnce = 500;

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
  atOnce = pagesAtOnce,
): Promise<void> {
  if (pages.length === 0) return;
  const print = await printer(folder);
  if (pages.length <= atOnce) {
    const printed = await print(pages);
    printedFileWriter()(printed);
    progress(printed.length, pages.length);
    return;
  }
  await using writer = new PageWriter();
  for (let start = 0; start < pages.length; start += atOnce) {
    const printed = await print(pages.slice(start, start + atOnce));
    await writer.write(printed);
    progress(start + printed.length, pages.length);
  }
  await writer.finish();
}

/** What prints pages into a folder, with the same Eleventy each time. */
async function printer(folder: string): Promise<(pages: readonly ViewedPage[]) => Promise<PrintedFile[]>> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  let byView = new Map<string, ViewedPage[]>();
  const pagesOf = (view: string) => (byView.get(view) ?? []).map(({ page }) => page);
  const eleventy = new Eleventy(join(root, 'layouts', 'pages'), folder, {
    quietMode: true,
    config: (eleventyConfig: UserConfig) => register(eleventyConfig, pagesOf),
  });
  eleventy.disableLogger();

  const files = new Set<string>();
  return async (pages) => {
    byView = Map.groupBy(pages, ({ view }) => view);
    const printed = (await eleventy.toJSON()) as unknown as Printed[];
    if (printed.length < pages.length) throw new Error('There are pages of a view that is none.');
    return printed.map(({ outputPath, content }) => {
      // Eleventy compares those that it prints at once.
      if (files.has(outputPath)) throw new Error(`Two pages are printed into ${outputPath}.`);
      files.add(outputPath);
      if (typeof content !== 'string') throw new Error(`${outputPath} is printed as no text.`);
      return { file: outputPath, text: content };
    });
  };
}
