import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-build.ts';
import type { IndexState } from '#search/build/index-state.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { Memory } from '#site/cache/memory.ts';
import { noOutputs } from '#site/cache/outputs.ts';
import { checkContent } from '#site/check/check-content.ts';
import { siteIndex } from '#site/search/site-index.ts';
import { readSettings } from '#site/settings.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

const settings = readSettings({ CONTENT_DIR: fixtureNewsroom, BUILD_TIME: fixedTime }, new Date());
const { site } = await checkContent(settings);
if (!site) throw new Error('The fixture newsroom could not be read.');
const { newsroom } = site.desk;

/** The index made in a thread of its own from so many entries on: what is said, written and remembered. */
async function madeFrom(fewest: number) {
  const [folder, memory] = [temporaryFolder(), Memory.empty()];
  const [said] = await siteIndex(newsroom, settings, memory, noOutputs, folder, async () => {}, fewest);
  const files = Array.from(filesIn(folder), (file) => [`/${file}`, readFileSync(join(folder, file))] as const);
  return { said, files: new Map(files), state: memory.next().recall<IndexState>('search') };
}

test('an index made in a thread is, byte for byte, the one made here; so is what is remembered of it', async () => {
  const [there, here] = [await madeFrom(0), await madeFrom(Number.POSITIVE_INFINITY)];
  expect(here.files.size).toBeGreaterThan(10);
  expect(there).toEqual(here);
  expect(new Set(there.said.changed)).toEqual(new Set(there.files.keys()));
});

test.each([
  ['a thread', 0],
  ['no thread', Number.POSITIVE_INFINITY],
])('an index that cannot be written by %s fails with what was wrong', async (_, fewest) => {
  const folder = join(fixtureNewsroom, 'site.yaml');
  const index = siteIndex(newsroom, settings, Memory.empty(), noOutputs, folder, async () => {}, fewest);
  await expect(index).rejects.toThrow(/ENOTDIR.*site\.yaml/);
});

test('an index whose files are thought to stand and do not is made again', async () => {
  const [first, again, memory] = [temporaryFolder(), temporaryFolder(), Memory.empty()];
  const nothing = async () => {};
  const [{ changed }] = await siteIndex(newsroom, settings, memory, noOutputs, first, nothing);
  const left = new Map(changed.map((address) => [address.slice(1), { key: '', size: 0, time: 0 }]));
  const stood = { files: new Set(left.keys()), left };
  const lost = { ...settings, outputDir: temporaryFolder() };
  const { articles } = newsroom;
  const edited = articles.map((article, at) => (at === 40 ? { ...article, title: 'Tiêu đề khác' } : article));
  const other = { ...newsroom, announced: { ...newsroom.announced, articles: edited } };
  const [index] = await siteIndex(other, lost, memory.next(), stood, again, nothing);
  expect(index.changed.length).toBeGreaterThan(1);
});
