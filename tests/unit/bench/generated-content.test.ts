import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '#site/check/check-content.ts';
import { readSettings } from '#site/settings.ts';
import { generatedArticle, generatedTags } from '#tests/bench/generated-article.ts';
import { articleFile, writeGeneratedContent } from '#tests/bench/generated-content.ts';
import { fixedTime } from '#tests/run-build.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

function checked(folder: string, knobs = {}) {
  return checkContent(readSettings({ CONTENT_DIR: folder, BUILD_TIME: fixedTime, ...knobs }, new Date()));
}

test.each([false, true])('generated content passes the check without a word, everything on: %s', async (everything) => {
  const folder = temporaryFolder();
  writeGeneratedContent(folder, 60, everything);
  const { site, errors, warnings } = await checked(folder);
  expect([...errors, ...warnings]).toEqual([]);
  expect(site?.desk.newsroom.articles).toHaveLength(60);
  expect(site?.desk.newsroom.unpinnedTags).toEqual([]);
});

test('article number n is the same however many there are', () => {
  const [few, many] = [temporaryFolder(), temporaryFolder()];
  writeGeneratedContent(few, 3);
  writeGeneratedContent(many, 9);
  for (const n of [0, 1, 2]) {
    const file = articleFile(generatedArticle(n));
    expect(readFileSync(join(few, file), 'utf8')).toBe(readFileSync(join(many, file), 'utf8'));
  }
});

test('no two generated articles have one address, and each has about 400 words', () => {
  const articles = Array.from({ length: 200 }, (_, n) => generatedArticle(n));
  expect(new Set(articles.map(({ slug }) => slug)).size).toBe(200);
  for (const { lead, body } of articles) {
    const words = `${lead} ${body}`.split(/\s+/).length;
    expect(words).toBeGreaterThan(320);
    expect(words).toBeLessThan(480);
  }
  expect(new Set(articles.map(({ day }) => day.slice(0, 4))).size).toBeGreaterThanOrEqual(12);
  expect(new Set(articles.flatMap(({ tags }) => tags)).size).toBe(generatedTags.length);
});

test('the core alone is articles, their lists, the home page, the sitemap and Atom, whole and by category', async () => {
  const folder = temporaryFolder();
  writeGeneratedContent(folder, 45);
  const { site } = await checked(folder, { CORE_ONLY: '1' });
  const made = Object.values(site?.pages ?? {}).flat();
  const kinds = new Map([
    [/^\/bai-viet\//, 45],
    [/\/atom\.xml$/, 9],
    [/^\/sitemap\.xml$/, 1],
    [/^\/build\.json$/, 1],
    [/^\/$/, 1],
  ]);
  for (const [kind, count] of kinds) expect(made.filter(({ address }) => kind.test(address))).toHaveLength(count);
  const lists = made.filter(({ address }) => ![...kinds.keys()].some((kind) => kind.test(address)));
  expect(lists).toEqual(site?.pages.list);
  expect(lists.some(({ address }) => address.startsWith('/hoi-dap/'))).toBe(false);
});
