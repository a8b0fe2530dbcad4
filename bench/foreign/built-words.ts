import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSite } from '#site/build/build-site.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { OutputRecord } from '#site/cache/output-record.ts';
import type { Settings } from '#site/settings.ts';
import { lostWords } from './lost-words.ts';
import { pageWords } from './page-words.ts';
import { sourceWords } from './source-words.ts';
import type { WrittenArticle } from './write-foreign-content.ts';

/** How many words a site holds, and those that it lost on the way, each run with its place in the foreign file. */
export interface BuiltWords {
  readonly wordCount: number;
  readonly lost: readonly { readonly source: string; readonly line: number; readonly text: string }[];
}

/** Builds the site of some articles and compares every word of their bodies with their pages. */
export async function builtWords(articles: readonly WrittenArticle[], settings: Settings): Promise<BuiltWords> {
  await buildSite(settings, BuildCache.inMemory(), new OutputRecord(), () => {});
  let wordCount = 0;
  const lost = articles.flatMap(({ source, file, body, bodyLine }) => {
    // The name that writeForeignContent gave: a day and a slug.
    const slug = basename(file, '.md').slice('2020-01-01-'.length);
    const page = join(settings.outputDir, 'bai-viet', slug, 'index.html');
    const written = sourceWords(body, bodyLine);
    wordCount += written.length;
    return lostWords(written, pageWords(readFileSync(page, 'utf8'))).map((run) => ({ source, ...run }));
  });
  return { wordCount, lost };
}
