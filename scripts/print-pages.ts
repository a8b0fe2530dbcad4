import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type UserConfig from '@11ty/eleventy/UserConfig';
import type { Page } from '#layouts/page.ts';
import { root } from '#site/settings.ts';
import { register } from '../.eleventy.ts';

/** Eleventy holds every page it has printed until it ends; so many at a time keep its memory flat. */
const pagesAtOnce = 2000;

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

/** Has Eleventy print pages and writes them into a folder. */
export async function printPages(
  pages: readonly ViewedPage[],
  folder: string,
  progress: (done: number, all: number) => void,
  atOnce = pagesAtOnce,
): Promise<void> {
  if (pages.length === 0) return;
  let batch = new Map<string, Page<unknown>[]>();
  const { default: Eleventy } = await import('@11ty/eleventy');
  const eleventy = new Eleventy(join(root, 'layouts', 'pages'), folder, {
    quietMode: true,
    config: (eleventyConfig: UserConfig) => register(eleventyConfig, (view) => batch.get(view) ?? []),
  });
  eleventy.disableLogger();

  const write = pageWriter();
  let done = 0;
  for (let start = 0; start < pages.length; start += atOnce) {
    batch = new Map();
    for (const { view, page } of pages.slice(start, start + atOnce)) {
      const ofView = batch.get(view);
      if (ofView) ofView.push(page);
      else batch.set(view, [page]);
    }
    const printed = (await eleventy.toJSON()) as unknown as Printed[];
    for (const { outputPath, content } of printed) {
      write(outputPath, content);
      progress(++done, pages.length);
    }
    if (done < Math.min(start + atOnce, pages.length)) throw new Error('There are pages of a view that is none.');
  }
}

/** Writes files, each folder made once. */
function pageWriter(): (file: string, content: unknown) => void {
  const folders = new Set<string>();
  return (file, content) => {
    if (typeof content !== 'string') throw new Error(`${file} is printed as no text.`);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, content);
  };
}
