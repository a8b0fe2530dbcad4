import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import type { Article } from '#news/article.ts';
import { emptyBody } from '#news/body.ts';
import { visibleContent as newsroomOf, type VisibleContent } from '#news/visible-content.ts';
import { checkContent } from '#site/check/check-content.ts';
import {
  type CollectedIndexFiles,
  collectIndexFiles,
  type PreviousIndex,
  searchAbbreviations,
} from '#site/search/index-files.ts';
import { entrySources, markdownEntries } from '#site/search/search-entries.ts';
import { readSettings } from '#site/settings.ts';

const settings = readSettings({ CONTENT_DIR: fixtureNewsroom, BUILD_TIME: fixedTime }, new Date());
const { site } = await checkContent(settings);
if (!site) throw new Error('The fixture newsroom could not be read.');
const { content } = site.context;

function indexOf(content: VisibleContent, previous?: PreviousIndex) {
  return collectIndexFiles(entrySources(markdownEntries(content)), searchAbbreviations(content), previous);
}

const first = indexOf(content);
const output = new Map(first.changed.map(({ address, bytes }) => [address, bytes]));

/** The content with its oldest article changed. */
function withOldestChanged(change: (article: Article) => Article) {
  const oldest = content.allArticles.reduce((a, b) => (b.date < a.date ? b : a));
  const articles = content.allArticles.map((article) => (article === oldest ? change(article) : article));
  return newsroomOf({ ...content, articles }, settings.now, 'readers');
}

/** The files in the output after an incremental build. */
function outputAfter({ unchanged, changed }: CollectedIndexFiles): Map<string, Uint8Array | undefined> {
  const unchangedFiles = unchanged.map((address) => [address, output.get(address)] as const);
  return new Map([...unchangedFiles, ...changed.map(({ address, bytes }) => [address, bytes] as const)]);
}

test('a build without changes writes no file of the search index', () => {
  const second = indexOf(content, { state: first.state, read: (address) => output.get(address) });
  expect(second.changed).toEqual([]);
  expect(serialize(second.state)).toEqual(serialize(first.state));
});

test.each([
  ['title', (article: Article): Article => ({ ...article, title: 'Một tên khác' })],
  ['Markdown', (article: Article): Article => ({ ...article, body: { ...emptyBody, markdown: 'Một câu khác.' } })],
  ['author', (article: Article): Article => ({ ...article, author: { ...article.author, name: 'Tên khác' } })],
  ['tags', (article: Article): Article => ({ ...article, tags: ['thẻ khác'] })],
])('an incremental build after an article’s %s changed gives the same search index as a full build', (_, change) => {
  const changed = withOldestChanged(change);
  const previous = { state: first.state, read: (address: string) => output.get(address) };
  const updated = indexOf(changed, previous);
  expect(updated.changed.length).toBeGreaterThan(1);
  const expected = indexOf(changed).changed.map(({ address, bytes }) => [address, bytes] as const);
  expect(outputAfter(updated)).toEqual(new Map(expected));
});

test('a damaged file in the output is written again with the files that depend on it', () => {
  const changed = withOldestChanged((article) => ({ ...article, title: 'Một tên khác' }));
  const damaged = (address: string) => output.get(address)?.map((byte, index) => (index === 20 ? byte ^ 4 : byte));
  const updated = indexOf(changed, { state: first.state, read: damaged });
  const expected = indexOf(changed).changed.map(({ address, bytes }) => [address, bytes] as const);
  expect(outputAfter(updated)).toEqual(new Map(expected));
});
