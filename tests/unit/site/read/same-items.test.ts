import { appendFileSync, cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixtureNewsroom } from '#bench/fixtures/run-build.ts';
import { everyItem } from '#news/kinds.ts';
import type { Content } from '#news/newsroom.ts';
import { Memory } from '#site/cache/memory.ts';
import { readContent } from '#site/read/read-content.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

async function read(folder: string, memory: Memory): Promise<Content> {
  const { content } = await readContent(folder, memory);
  if (!content) throw new Error('the fixture newsroom cannot be read');
  return content;
}

/** The articles, questions, documents and events of the second that are none of the first. */
function others(before: Content, after: Content): string[] {
  const all = ({ articles, questions, documents, events }: Content) => [articles, questions, documents, events].flat();
  const known = new Set(all(before));
  return all(after)
    .filter((item) => !known.has(item))
    .map(({ slug }) => slug);
}

test('to the builds of one process an item is the very same until its file, or a file beside it, changes', async () => {
  const folder = temporaryFolder();
  cpSync(fixtureNewsroom, folder, { recursive: true });
  let memory = Memory.empty().next();
  const first = await read(folder, memory);
  memory = memory.next();
  const second = await read(folder, memory);
  expect(others(first, second)).toEqual([]);

  const withFile = second.articles.find(({ attachments }) => attachments.length > 0);
  const attached = withFile?.attachments[0]?.file ?? '';
  appendFileSync(attached, ' ');
  const sharing = everyItem(second).filter(({ files }) => files.some(({ file }) => file === attached));
  memory = memory.next();
  const third = await read(folder, memory);
  expect(others(second, third)).toEqual(sharing.map(({ slug }) => slug));

  const edited = third.articles.find(({ cover }) => cover !== undefined);
  appendFileSync(edited?.path ?? '', '\nThêm một câu.\n');
  expect(others(third, await read(folder, memory.next()))).toEqual([edited?.slug]);
});
