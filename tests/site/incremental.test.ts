import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesIn } from '#site/cache/files-in.ts';
import { edits } from '../incremental/edits.ts';
import { firstDifference, fuzz } from '../incremental/fuzz.ts';
import { World } from '../incremental/world.ts';
import { savedMeanwhile } from '../saved-meanwhile.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const long = 300_000;

/** When each file of a folder was last touched. */
function touched(folder: string): Map<string, number> {
  return new Map(Array.from(filesIn(folder), (file) => [file, statSync(join(folder, file)).mtimeMs]));
}

test('a build on the memory of the last one is, byte for byte, one from nothing', { timeout: long }, async () => {
  expect(await fuzz(new World(temporaryFolder()), { seed: 11, rounds: 5 })).toBeUndefined();
});

test('so is one of many in one process, as npm start makes them', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  onTestFinished(() => world.end());
  world.stayInOneProcess();
  // What happens to finished files or to the memory behind its back such a process need not see.
  const among = Object.keys(edits);
  expect(await fuzz(world, { seed: 5, rounds: 5, among })).toBeUndefined();
});

test('in one process, too, the compressed forms of a page go with it', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  onTestFinished(() => world.end());
  world.stayInOneProcess();
  world.knobs['PRECOMPRESS'] = '1';
  const file = 'articles/2026-11-20-tin-se-xoa.md';
  const facts = 'title: Tin sẽ xóa\ndate: 2026-11-20\nauthor: BTT\ncategory: Thông báo';
  world.write(file, `---\n${facts}\n---\n\nMột đoạn.\n`);
  expect((await world.build()).said).toBe('');
  rmSync(join(world.content, file));
  expect((await world.build()).said).toBe('');
  const clean = await world.buildClean();
  expect(firstDifference(world.output, clean.folder)).toBeUndefined();
});

test('a page that does not say that it shows its neighbours is found out', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  world.patch('site/pages/article-pages.ts', /\.\.\.\[older\?\.title, .*\],/, '');
  const among = ['an article is retitled', 'an article is deleted'];
  expect(await fuzz(world, { seed: 1, rounds: 6, among })).toMatchObject({
    what: expect.stringMatching(/^bai-viet\/.* differs$/),
  });
});

test('a list that does not say which articles it holds is found out', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  world.patch('site/pages/list-of.ts', '...items.map((item) => shownItem(desk, materials, item)),', '');
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

test.each([
  ['after it was checked', 1],
  ['before its page is printed', 2],
])('a file that is saved %s is in the site as it was saved', { timeout: long }, async (_, lastRead) => {
  const world = new World(temporaryFolder());
  await world.build();
  const file = 'articles/2026-11-20-tin-dang-viet.md';
  const facts = 'title: Tin đang viết\ndate: 2026-11-20\nauthor: BTT\ncategory: Thông báo';
  world.write(file, `---\n${facts}\n---\n\nMột đoạn.\n`);
  world.knobs['NODE_OPTIONS'] = savedMeanwhile(file, lastRead);
  const { status, said } = await world.build();
  expect(status).toBe(0);
  expect(said).toMatch(/tin-dang-viet\.md vừa đổi giữa chừng: dựng lại từ đầu\.$/m);
  world.knobs['NODE_OPTIONS'] = '';
  const clean = await world.buildClean();
  expect(firstDifference(world.output, clean.folder)).toBeUndefined();
});

test('a build says in one line why it made everything again', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  expect((await world.build()).said).not.toContain('Dựng lại toàn bộ');
  world.patch('package-lock.json', /\n$/, '\n\n');
  expect((await world.build()).said).toMatch(/^Dựng lại toàn bộ: package-lock.json đã đổi\.$/m);
});

test('where nothing can be remembered the site is built all the same, and one line says so', {
  timeout: long,
}, async () => {
  const world = new World(temporaryFolder());
  writeFileSync(world.memory, 'no folder');
  const { status, said } = await world.build();
  expect(status).toBe(0);
  expect(said).toMatch(/^Không ghi được vào .*: lần dựng này nhớ ở .*\.$/m);
});

test('a memory that cannot be written is no failed build, and one line says so', { timeout: long }, async () => {
  const world = new World(temporaryFolder());
  await world.build();
  const file = join(world.memory, readdirSync(world.memory).find((name) => name.endsWith('.memory')) ?? '');
  rmSync(file);
  mkdirSync(join(file, 'in the way'), { recursive: true });
  const { status, said } = await world.build();
  expect(status).toBe(0);
  expect(said).toMatch(/^Không ghi được bộ nhớ, .*\.$/m);
});

test('a build under which the program changes leaves nothing that the next one believes', {
  timeout: long,
}, async () => {
  const folder = temporaryFolder();
  const world = new World(folder);
  // The page is loaded as it was, and stands on the disk as it is now.
  const edit = join(folder, 'edit.mjs');
  writeFileSync(
    edit,
    `import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/site/pages/article-pages.ts')) return loaded;
    const file = fileURLToPath(url);
    writeFileSync(file, readFileSync(file, 'utf8').replace('minHeadingsForContents = 3', 'minHeadingsForContents = 1'));
    return loaded;
  },
});
`,
  );
  world.knobs['NODE_OPTIONS'] = `--import ${edit}`;
  await world.build();
  world.knobs['NODE_OPTIONS'] = '';
  await world.build();
  const clean = await world.buildClean();
  expect(firstDifference(world.output, clean.folder)).toBeUndefined();
});
