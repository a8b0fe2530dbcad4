import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import type { IndexState } from '#search/build/index-state.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { emptyOutput, type PreviousOutput } from '#site/cache/previous-output.ts';
import { checkContent } from '#site/check/check-content.ts';
import { buildSearchIndex } from '#site/search/build-search-index.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

const settings = readSettings({ CONTENT_DIR: fixtureNewsroom, BUILD_TIME: fixedTime }, new Date());
const { site } = await checkContent(settings);
if (!site) throw new Error('The fixture newsroom could not be read.');
const { content } = site.context;

/** Builds the index with a worker threshold: the result, the files written, and the state cached. */
async function buildIndex(workerThreshold: number) {
  const [folder, cache] = [temporaryFolder(), BuildCache.inMemory()];
  const result = await buildSearchIndex(content, settings, folder, { cache, workerThreshold });
  const files = Array.from(filesIn(folder), (file) => [`/${file}`, readFileSync(join(folder, file))] as const);
  return { result, files: new Map(files), state: cache.forNextBuild().get<IndexState>('search') };
}

test('an index built in a worker and its cached state are identical to those built in this thread', async () => {
  const [inWorker, here] = [await buildIndex(0), await buildIndex(Number.POSITIVE_INFINITY)];
  expect(here.files.size).toBeGreaterThan(10);
  expect(inWorker).toEqual(here);
  expect(new Set(inWorker.result.changed)).toEqual(new Set(inWorker.files.keys()));
});

test.each([
  ['a worker', 0],
  ['this thread', Number.POSITIVE_INFINITY],
])('an index that %s cannot write fails with the cause', async (_, workerThreshold) => {
  const folder = join(fixtureNewsroom, 'site.yaml');
  const index = buildSearchIndex(content, settings, folder, { workerThreshold });
  await expect(index).rejects.toThrow(/ENOTDIR.*site\.yaml/);
});

test('an index whose files are missing although they are listed as previous output is built again', async () => {
  const [firstFolder, secondFolder, cache] = [temporaryFolder(), temporaryFolder(), BuildCache.inMemory()];
  const { changed } = await buildSearchIndex(content, settings, firstFolder, { cache });
  const unchanged = new Map(changed.map((address) => [address.slice(1), { key: '', size: 0, time: 0 }]));
  const previous: PreviousOutput = { ...emptyOutput, files: new Set(unchanged.keys()), unchanged };
  const emptyOutputFolder = { ...settings, outputDir: temporaryFolder() };
  const { articles } = content;
  const edited = articles.map((article, index) => (index === 40 ? { ...article, title: 'Tiêu đề khác' } : article));
  const changedContent: VisibleContent = { ...content, listed: { ...content.listed, articles: edited } };
  const result = await buildSearchIndex(changedContent, emptyOutputFolder, secondFolder, {
    cache: cache.forNextBuild(),
    previous,
  });
  expect(result.changed.length).toBeGreaterThan(1);
});
