import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '#site/files-in.ts';
import { fuzz } from '../incremental/fuzz.ts';
import { World } from '../incremental/world.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const long = 300_000;

/** When each file of a folder was last touched. */
function touched(folder: string): Map<string, number> {
  return new Map(Array.from(filesIn(folder), (file) => [file, statSync(join(folder, file)).mtimeMs]));
}

test('a build on the memory of the last one is, byte for byte, one from nothing', { timeout: long }, async () => {
  expect(await fuzz(new World(temporaryFolder()), { seed: 11, rounds: 8 })).toBeUndefined();
});

test('a page that does not say that it shows its neighbours is found out', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  world.patch('site/pages/article-pages.ts', /(address,\n\s*)near,/, '$1');
  const among = ['an article is retitled', 'an article is deleted'];
  expect(await fuzz(world, { seed: 1, rounds: 6, among })).toMatchObject({
    what: expect.stringMatching(/^bai-viet\/.* differs$/),
  });
});

test('a list that does not say which articles it holds is found out', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  world.patch('site/pages/list-of.ts', 'items.map((item) => shownItem(desk, materials, item)),', '');
  const among = ['an article is retitled', 'an article is deleted'];
  expect(await fuzz(world, { seed: 1, rounds: 6, among })).toMatchObject({ what: expect.stringMatching(/ differs$/) });
});

test('after one sentence a few files are touched, after none no file', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  await world.build();
  const before = touched(world.output);
  expect((await world.build()).status).toBe(0);
  expect(touched(world.output)).toEqual(before);

  const file = `articles/2018/${readdirSync(join(world.content, 'articles/2018'))[0]}`;
  world.write(file, `${world.read(file).trimEnd()}\n\nMột câu thêm vào bài này.\n`);
  await world.build();
  const changed = Array.from(touched(world.output)).filter(([each, time]) => before.get(each) !== time);
  expect(changed.map(([each]) => each).filter((each) => each.endsWith('.html'))).toHaveLength(1);
});

test('a build says in one line why it made everything again', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  expect((await world.build()).said).not.toContain('Dựng lại toàn bộ');
  world.patch('package-lock.json', /\n$/, '\n\n');
  expect((await world.build()).said).toMatch(/^Dựng lại toàn bộ: package-lock.json đã đổi\.$/m);
});
