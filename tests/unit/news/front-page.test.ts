import { expect, test } from 'vitest';
import type { Article } from '#news/article.ts';
import { emptyBody } from '#news/body.ts';
import type { Category } from '#news/category.ts';
import { frontPage } from '#news/front-page.ts';

const categories: readonly Category[] = ['Tin tức', 'Khoa học', 'Nông nghiệp', 'Y tế'].map((name, index) => ({
  name,
  slug: `muc-${index}`,
}));

/** Articles, newest first, of the categories in turn. */
function articles(count: number, used = categories): Article[] {
  return Array.from({ length: count }, (_, index) => {
    const category = used[index % used.length] ?? { name: '', slug: '' };
    const [slug, date] = [`bai-${index}`, new Date(Date.UTC(2026, 0, 1) - index * 86_400_000)];
    const author = { name: 'BTT', slug: 'btt' };
    return {
      ...{ path: slug, slug, id: slug, title: slug, lead: '', leadFromBody: false, date, author, category },
      ...{ tags: [], attachments: [], oldUrls: [], draft: false, body: emptyBody },
    } as unknown as Article;
  });
}

test('no article stands twice on the front page', () => {
  const { lead, newest, blocks } = frontPage(articles(80), categories, 2);
  const all = [lead, ...newest, ...blocks.flatMap((block) => block.articles)];
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  [0, true, 0, 0],
  [1, true, 0, 0],
  [3, true, 2, 0],
  [4, false, 3, 0],
  [10, false, 6, 0],
  [80, false, 6, 4],
  [5000, false, 6, 4],
])('with %i articles the page is a sheet: %s; %i newest, %i blocks', (count, isSheet, newest, blocks) => {
  const page = frontPage(articles(count), categories, 2);
  expect([page.isSheet, page.newest.length, page.blocks.length]).toEqual([isSheet, newest, blocks]);
});

test('a category has a block from its third article on that does not stand further up', () => {
  const [first, second, ...others] = categories;
  const mostlyOne = [...articles(30, [first as Category]), ...articles(2, [second as Category])];
  expect(frontPage(mostlyOne, categories, 1).blocks).toEqual([]);
  const both = [...articles(30, [first as Category]), ...articles(3, [second as Category])];
  expect(frontPage(both, [...others, first as Category, second as Category], 1).blocks).toMatchObject([
    { category: first, articles: { length: 3 } },
    { category: second, articles: { length: 3 } },
  ]);
});

test.each([
  ['four blocks and two others', 80, 4, 2, [4, 'column', 6]],
  ['one over stands beside the news, which become more', 80, 2, 2, [2, 'aside', 8]],
  ['of two over, one takes two columns', 80, 3, 2, [3, 'wide', 6]],
  ['only the others', 10, 4, 2, [0, 'wide', 6]],
  ['one other, and it takes two columns', 80, 4, 1, [4, 'wide', 6]],
])('rows of three blocks are full: %s', (_, count, categoryCount, others, [blocks, place, newest]) => {
  const page = frontPage(articles(count), categories.slice(0, categoryCount), others);
  expect([page.blocks.length, page.firstOther, page.newest.length]).toEqual([blocks, place, newest]);
});
