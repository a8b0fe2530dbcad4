import { appendFileSync, cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import { allItems } from '#news/content-kind.ts';
import type { Content } from '#news/visible-content.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { readContent } from '#site/read/read-content.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

async function read(folder: string, cache: BuildCache): Promise<Content> {
  const { content } = await readContent(folder, cache);
  if (!content) throw new Error('the fixture newsroom cannot be read');
  return content;
}

/** The slugs of the articles, questions, documents and events of `after` that are not the same objects in `before`. */
function newObjects(before: Content, after: Content): string[] {
  const all = ({ articles, questions, documents, events }: Content) => [articles, questions, documents, events].flat();
  const previousItems = new Set(all(before));
  return all(after)
    .filter((item) => !previousItems.has(item))
    .map(({ slug }) => slug);
}

test('builds of one process share the object of an item until its file, or a file it references, changes', async () => {
  const folder = temporaryFolder();
  cpSync(fixtureNewsroom, folder, { recursive: true });
  let cache = BuildCache.inMemory().forNextBuild();
  const first = await read(folder, cache);
  cache = cache.forNextBuild();
  const second = await read(folder, cache);
  expect(newObjects(first, second)).toEqual([]);

  const withFile = second.articles.find(({ attachments }) => attachments.length > 0);
  const attached = withFile?.attachments[0]?.file ?? '';
  appendFileSync(attached, ' ');
  const itemsWithFile = allItems(second).filter(({ files }) => files.some(({ file }) => file === attached));
  cache = cache.forNextBuild();
  const third = await read(folder, cache);
  expect(newObjects(second, third)).toEqual(itemsWithFile.map(({ slug }) => slug));

  const edited = third.articles.find(({ cover }) => cover !== undefined);
  appendFileSync(edited?.path ?? '', '\nThêm một câu.\n');
  expect(newObjects(third, await read(folder, cache.forNextBuild()))).toEqual([edited?.slug]);
});
