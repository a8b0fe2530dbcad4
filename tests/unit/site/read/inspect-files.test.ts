import { appendFileSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtureNewsroom } from '#bench/fixtures/run-build.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { Memory } from '#site/cache/memory.ts';
import { contentChanged } from '#site/read/content-changed.ts';
import { inspectFiles } from '#site/read/inspect-files.ts';
import type { MarkdownFile } from '#site/read/inspect-in-turns.ts';
import { textAgain } from '#site/read/source-file.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const words = { spellings: new Set<string>(), telephones: [], emails: [] };

function everyArticle(): MarkdownFile[] {
  return [...filesIn(fixtureNewsroom)]
    .filter((file) => file.startsWith('articles/') && file.endsWith('.md'))
    .map((file) => ({ kind: 'articles', file: join(fixtureNewsroom, file) }));
}

function page(text: string): MarkdownFile {
  const file = join(temporaryFolder(), 'gioi-thieu.md');
  writeFileSync(file, `---\ntitle: Giới thiệu\n---\n\n${text}\n`);
  return { kind: 'pages', file };
}

test('two threads find in files what one finds', async () => {
  const files = everyArticle();
  const alone = await inspectFiles(files, words, Memory.empty());
  expect(alone.size).toBeGreaterThan(50);
  expect(await inspectFiles(files, words, Memory.empty(), 1)).toEqual(alone);
});

test('what was found in a file is not sought again while the file is the same, whenever it was written', async () => {
  const one = page('Một đoạn.');
  const memory = Memory.empty();
  const first = await inspectFiles([one], words, memory);
  utimesSync(one.file, new Date(0), new Date(0));
  const again = await inspectFiles([one], words, memory.next());
  expect(again.get(one.file)?.inspected).toBe(first.get(one.file)?.inspected);
});

test('a file that was changed is inspected again, even where it is as long and as old as before', async () => {
  const one = page('Một đoạn.');
  const { atime, mtime } = statSync(one.file);
  const memory = Memory.empty();
  const first = await inspectFiles([one], words, memory);
  writeFileSync(one.file, readFileSync(one.file, 'utf8').replace('Một', 'Hai'));
  utimesSync(one.file, atime, mtime);
  const again = await inspectFiles([one], words, memory.next());
  expect(again.get(one.file)?.fingerprint).not.toBe(first.get(one.file)?.fingerprint);
  expect(again.get(one.file)?.inspected.parts?.facts.firstParagraph).toBe('Hai đoạn.');
});

test.each<[string, (file: string) => void]>([
  ['changed', (file) => appendFileSync(file, 'Thêm.')],
  ['gone', (file) => rmSync(file)],
])('the words of a file that is %s since it was inspected are not handed on', async (_, change) => {
  const one = page('Một đoạn.');
  const found = (await inspectFiles([one], words, Memory.empty())).get(one.file);
  const fingerprint = found?.fingerprint ?? '';
  expect(textAgain(one.file, fingerprint)).toContain('Một đoạn.');
  change(one.file);
  let failure: unknown;
  try {
    textAgain(one.file, fingerprint);
  } catch (error) {
    failure = error;
  }
  expect(contentChanged(failure)?.message).toMatch(/gioi-thieu\.md vừa đổi giữa chừng$/);
});
