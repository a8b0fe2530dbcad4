import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { type PageOfView, renderPages } from '#site/build/render-pages.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { ContentChangedError, findContentChangedError } from '#site/read/content-changed-error.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

function textPage(file: string, props: () => unknown = () => `${file}\n`): PageOfView {
  return { view: 'text', page: { file, props } };
}

async function errorOf(pages: readonly PageOfView[], batchSize = pages.length, workerThreshold = 1): Promise<string> {
  const outcome = renderPages(pages, temporaryFolder(), () => {}, { batchSize, workerThreshold }).then(
    () => 'rendered',
    (error) => inspect(error),
  );
  return await outcome;
}

test.each([
  { batchSize: 1, counts: [1, 2, 3, 4], workerThreshold: 5 },
  { batchSize: 3, counts: [3, 4], workerThreshold: 4 },
  { batchSize: 4, counts: [4], workerThreshold: 4 },
])(
  'every page is written and counted, an empty one too, in batches of $batchSize',
  async ({ batchSize, counts, workerThreshold }) => {
    const pages = ['a.txt', 'b/index.html', 'b/c/d.json'].map((file) => textPage(file));
    const folder = temporaryFolder();
    const counted: number[] = [];
    await renderPages([...pages, textPage('e.txt', () => '')], folder, (done, all) => counted.push(done / all), {
      batchSize,
      workerThreshold,
    });
    expect([...filesIn(folder)].sort()).toEqual(['a.txt', 'b/c/d.json', 'b/index.html', 'e.txt']);
    expect(readFileSync(join(folder, 'b', 'c', 'd.json'), 'utf8')).toBe('b/c/d.json\n');
    expect(readFileSync(join(folder, 'e.txt'), 'utf8')).toBe('');
    expect(counted).toEqual(counts.map((count) => count / 4));
  },
);

test('the texts of at most twenty pages are held at a time', async () => {
  const pages = Array.from({ length: 45 }, (_, index) => textPage(`${index}.txt`));
  const counted: number[] = [];
  await renderPages(pages, temporaryFolder(), (done) => counted.push(done));
  expect(counted).toEqual([20, 40, 45]);
});

test('a rendering error names the page and the cause', async () => {
  const message = await errorOf([
    textPage('a.txt'),
    textPage('bai-viet/tin/index.html', () => {
      throw new TypeError('no such article');
    }),
  ]);
  expect(message).toContain('bai-viet/tin/index.html cannot be printed');
  expect(message).toContain('no such article');
});

test.each([
  [1, 1],
  [1, 3],
  [2, 1],
])(
  'a page that would overwrite another page or a folder is an error: in batches of %i, with a worker from %i pages on',
  async (batchSize, workerThreshold) => {
    expect(await errorOf([textPage('a.txt'), textPage('a.txt')], batchSize, workerThreshold)).toContain(
      'Two pages are printed into a.txt',
    );
    expect(await errorOf([textPage('a.txt/b.txt'), textPage('a.txt')], batchSize, workerThreshold)).toContain('EISDIR');
  },
);

test.each([undefined, 7])('a page rendered as %j is an error', async (rendered) => {
  expect(await errorOf([textPage('a.txt', () => rendered)])).toContain('a.txt');
});

test('an error because a file changed during the build is recognised, so that the build can start again', async () => {
  const changing = textPage('a.txt', () => {
    throw new ContentChangedError('content/articles/a.md');
  });
  const failure = await renderPages([changing], temporaryFolder(), () => {}).catch((error) => error);
  expect(findContentChangedError(failure)?.message).toContain('content/articles/a.md');
});

test('a page with an unknown view is an error', async () => {
  expect(await errorOf([{ ...textPage('a.txt'), view: 'nothing' }])).not.toBe('rendered');
});

test('a page without a file extension is an error, because hosts could not tell its type', async () => {
  expect(await errorOf([textPage('a')])).toContain('does not include a file extension');
});
