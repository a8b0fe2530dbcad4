import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { findContentChangedError } from '#site/read/content-changed-error.ts';
import { inspectFiles } from '#site/read/inspect-files.ts';
import type { MarkdownFile } from '#site/read/inspect-from-queue.ts';
import { readUnchangedText } from '#site/read/source-file.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const acceptedWords = { spellings: new Set<string>(), telephones: [], emails: [] };

function articleFiles(): MarkdownFile[] {
  return [...filesIn(fixtureNewsroom)]
    .filter((file) => file.startsWith('articles/') && file.endsWith('.md'))
    .map((file) => ({ kind: 'articles', file: join(fixtureNewsroom, file) }));
}

function writePage(text: string): MarkdownFile {
  const file = join(temporaryFolder(), 'gioi-thieu.md');
  writeFileSync(file, `---\ntitle: Giới thiệu\n---\n\n${text}\n`);
  return { kind: 'pages', file };
}

test('two threads give the same results as one', async () => {
  const files = articleFiles();
  const inspect = (minFiles: number) =>
    inspectFiles(files, acceptedWords, BuildCache.inMemory(), { minFiles, preparesBodies: true });
  const sequential = await inspect(1000);
  expect(sequential.inspected.size).toBeGreaterThan(50);
  expect(sequential.prepared.size).toBeGreaterThan(50);
  expect(await inspect(1)).toEqual(sequential);
});

test('the result for a file with the same bytes is reused, even if its modification time changes', async () => {
  const page = writePage('Một đoạn.');
  const cache = BuildCache.inMemory();
  const { inspected: first } = await inspectFiles([page], acceptedWords, cache);
  utimesSync(page.file, new Date(0), new Date(0));
  const { inspected: second } = await inspectFiles([page], acceptedWords, cache.forNextBuild());
  expect(second.get(page.file)?.inspected).toBe(first.get(page.file)?.inspected);
});

test('an edit leaves the cached results of other years as they are', async () => {
  const folder = temporaryFolder();
  const files = ['2018/2018-06-20-a.md', '2018/2018-07-01-b.md', '2019-05-04-c.md', 'd.md'].map((name) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'Một đoạn.');
    return { kind: 'articles' as const, file };
  });
  const first = BuildCache.inMemory();
  await inspectFiles(files, acceptedWords, first);
  appendFileSync(join(folder, '2018/2018-07-01-b.md'), 'Thêm.');
  const second = first.forNextBuild();
  await inspectFiles(files, acceptedWords, second);
  const part = (cache: BuildCache, year: string) => cache.forNextBuild().get(`inspected articles ${year}`);
  expect(part(second, '2019')).toBe(part(first, '2019'));
  expect(part(second, '')).toBe(part(first, ''));
  expect(part(second, '2018')).not.toBe(part(first, '2018'));
});

test('a changed file is inspected again, even with the same size and modification time', async () => {
  const page = writePage('Một đoạn.');
  const { atime, mtime } = statSync(page.file);
  const cache = BuildCache.inMemory();
  const { inspected: first } = await inspectFiles([page], acceptedWords, cache);
  writeFileSync(page.file, readFileSync(page.file, 'utf8').replace('Một', 'Hai'));
  utimesSync(page.file, atime, mtime);
  const { inspected: second } = await inspectFiles([page], acceptedWords, cache.forNextBuild());
  expect(second.get(page.file)?.contentHash).not.toBe(first.get(page.file)?.contentHash);
  expect(second.get(page.file)?.inspected.parts?.facts.firstParagraph).toBe('Hai đoạn.');
});

test.each<[string, (file: string) => void]>([
  ['changed', (file) => appendFileSync(file, 'Thêm.')],
  ['gone', (file) => rmSync(file)],
])('reading the text of a file that is %s since its inspection throws', async (_, change) => {
  const page = writePage('Một đoạn.');
  const { inspected } = await inspectFiles([page], acceptedWords, BuildCache.inMemory());
  const inspectedFile = inspected.get(page.file);
  const contentHash = inspectedFile?.contentHash ?? '';
  expect(readUnchangedText(page.file, contentHash)).toContain('Một đoạn.');
  change(page.file);
  let thrown: unknown;
  try {
    readUnchangedText(page.file, contentHash);
  } catch (error) {
    thrown = error;
  }
  expect(findContentChangedError(thrown)?.message).toMatch(/gioi-thieu\.md vừa đổi giữa chừng$/);
});
