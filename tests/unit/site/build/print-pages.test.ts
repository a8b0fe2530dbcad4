import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { printPages, type ViewedPage } from '#site/build/print-pages.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { ContentChanged, contentChanged } from '#site/read/content-changed.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

function text(file: string, props: () => unknown = () => `${file}\n`): ViewedPage {
  return { view: 'text', page: { file, props } };
}

async function refusal(pages: readonly ViewedPage[], atOnce = pages.length, fewest = 1): Promise<string> {
  const failed = printPages(pages, temporaryFolder(), () => {}, { atOnce, fewest }).then(
    () => 'printed',
    (error) => inspect(error),
  );
  return await failed;
}

test.each([
  { atOnce: 1, counts: [1, 2, 3, 4], fewest: 5 },
  { atOnce: 3, counts: [3, 4], fewest: 4 },
  { atOnce: 4, counts: [4], fewest: 4 },
])('every page is written and counted, an empty one too, $atOnce at a time', async ({ atOnce, counts, fewest }) => {
  const pages = ['a.txt', 'b/index.html', 'b/c/d.json'].map((file) => text(file));
  const folder = temporaryFolder();
  const counted: number[] = [];
  await printPages([...pages, text('e.txt', () => '')], folder, (done, all) => counted.push(done / all), {
    atOnce,
    fewest,
  });
  expect([...filesIn(folder)].sort()).toEqual(['a.txt', 'b/c/d.json', 'b/index.html', 'e.txt']);
  expect(readFileSync(join(folder, 'b', 'c', 'd.json'), 'utf8')).toBe('b/c/d.json\n');
  expect(readFileSync(join(folder, 'e.txt'), 'utf8')).toBe('');
  expect(counted).toEqual(counts.map((count) => count / 4));
});

test('who looks for what is wrong is told of the page, and of the cause', async () => {
  const said = await refusal([
    text('a.txt'),
    text('bai-viet/tin/index.html', () => {
      throw new TypeError('no such article');
    }),
  ]);
  expect(said).toContain('bai-viet/tin/index.html cannot be printed');
  expect(said).toContain('no such article');
});

test.each([
  [1, 1],
  [1, 3],
  [2, 1],
])(
  'no page is written over another, nor over a folder, and who tries is told: %i at a time, in a thread from %i on',
  async (atOnce, fewest) => {
    expect(await refusal([text('a.txt'), text('a.txt')], atOnce, fewest)).toContain('Two pages are printed into a.txt');
    expect(await refusal([text('a.txt/b.txt'), text('a.txt')], atOnce, fewest)).toContain('EISDIR');
  },
);

test.each([undefined, 7])('a page printed as %j is no page', async (printed) => {
  expect(await refusal([text('a.txt', () => printed)])).toContain('a.txt');
});

test('that a file changed meanwhile is known of what went wrong, for the build then begins anew', async () => {
  const changing = text('a.txt', () => {
    throw new ContentChanged('content/articles/a.md');
  });
  const failure = await printPages([changing], temporaryFolder(), () => {}).catch((error) => error);
  expect(contentChanged(failure)?.message).toContain('content/articles/a.md');
});

test('a page of a kind that nothing prints is not left out in silence', async () => {
  expect(await refusal([{ ...text('a.txt'), view: 'nothing' }])).not.toBe('printed');
});

test('a page without an ending is refused, for no host knows what it holds', async () => {
  expect(await refusal([text('a')])).toContain('does not include a file extension');
});
