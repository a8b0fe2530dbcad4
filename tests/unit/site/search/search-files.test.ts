import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-build.ts';
import type { Article } from '#news/article.ts';
import { emptyBody } from '#news/body.ts';
import { type Newsroom, newsroom as newsroomOf } from '#news/newsroom.ts';
import { checkContent } from '#site/check/check-content.ts';
import { entryParts, entrySources } from '#site/search/search-entries.ts';
import { filesOfSources, type SearchBefore, type SearchFiles, searchAbbreviations } from '#site/search/search-files.ts';
import { readSettings } from '#site/settings.ts';

const settings = readSettings({ CONTENT_DIR: fixtureNewsroom, BUILD_TIME: fixedTime }, new Date());
const { site } = await checkContent(settings);
if (!site) throw new Error('The fixture newsroom could not be read.');
const { newsroom } = site.desk;

function indexOf(of: Newsroom, before?: SearchBefore) {
  return filesOfSources(entrySources(entryParts(of, settings.now)), searchAbbreviations(of), before);
}

const made = indexOf(newsroom);
const output = new Map(made.changed.map(({ address, bytes }) => [address, bytes]));

/** The newsroom with its oldest article otherwise. */
function withOldest(change: (article: Article) => Article) {
  const oldest = newsroom.everyArticle.reduce((a, b) => (b.date < a.date ? b : a));
  const articles = newsroom.everyArticle.map((each) => (each === oldest ? change(each) : each));
  return newsroomOf({ ...newsroom, articles }, settings.now, 'readers');
}

/** What stands in the output after a build that knew of the last one. */
function outputAfter({ unchanged, changed }: SearchFiles): Map<string, Uint8Array | undefined> {
  const kept = unchanged.map((address) => [address, output.get(address)] as const);
  return new Map([...kept, ...changed.map(({ address, bytes }) => [address, bytes] as const)]);
}

test('a build that changes nothing makes no file of the search index', () => {
  const again = indexOf(newsroom, { state: made.state, read: (address) => output.get(address) });
  expect(again.changed).toEqual([]);
  expect(serialize(again.state)).toEqual(serialize(made.state));
});

test.each([
  ['title', (article: Article): Article => ({ ...article, title: 'Một tên khác' })],
  ['Markdown', (article: Article): Article => ({ ...article, body: { ...emptyBody, markdown: 'Một câu khác.' } })],
  ['author', (article: Article): Article => ({ ...article, author: { ...article.author, name: 'Tên khác' } })],
  ['tags', (article: Article): Article => ({ ...article, tags: ['thẻ khác'] })],
])('an article of another %s changes the search index as if it were made from nothing', (_, change) => {
  const other = withOldest(change);
  const before = { state: made.state, read: (address: string) => output.get(address) };
  const updated = indexOf(other, before);
  expect(updated.changed.length).toBeGreaterThan(1);
  const right = indexOf(other).changed.map(({ address, bytes }) => [address, bytes] as const);
  expect(outputAfter(updated)).toEqual(new Map(right));
});

test('a file that was damaged in the output is made again with those that depend on it', () => {
  const other = withOldest((article) => ({ ...article, title: 'Một tên khác' }));
  const damaged = (address: string) => output.get(address)?.map((byte, at) => (at === 20 ? byte ^ 4 : byte));
  const updated = indexOf(other, { state: made.state, read: damaged });
  const right = indexOf(other).changed.map(({ address, bytes }) => [address, bytes] as const);
  expect(outputAfter(updated)).toEqual(new Map(right));
});
