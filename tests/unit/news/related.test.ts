import { expect, test } from 'vitest';
import type { Article } from '#news/article.ts';
import { related } from '#news/related.ts';

const category = { name: 'Tin tức', slug: 'tin-tuc' };
const other = { name: 'Khác', slug: 'khac' };

function article(day: number, tags: string[], of = category): Article {
  return {
    path: `${day}.md`,
    slug: `bai-${day}`,
    id: `urn:test:${day}`,
    title: `Bài ${day}`,
    date: new Date(Date.UTC(2020, 0, day)),
    author: { name: 'BTT', slug: 'btt', person: false },
    category: of,
    lead: '',
    leadFromBody: false,
    tags,
    attachments: [],
    draft: false,
    oldUrls: [],
    body: { markdown: '', pictures: new Map(), attachments: new Map(), links: [] },
  };
}

const slugsOf = (articles: readonly Article[] | undefined) => articles?.map(({ slug }) => slug);

test('related articles are older ones; a shared tag counts more than the category', () => {
  const [tagged, plain, foreign] = [article(1, ['lúa'], other), article(2, []), article(3, [], other)];
  const asked = article(4, ['lúa']);
  expect(slugsOf(related([asked, foreign, plain, tagged]).get(asked))).toEqual(['bai-1', 'bai-2']);
});

test('news never changes the related articles of an old one', () => {
  const old = [article(3, ['lúa']), article(2, ['lúa']), article(1, [])];
  const before = related(old);
  const after = related([article(9, ['lúa']), article(8, ['lúa']), ...old]);
  for (const one of old) expect(slugsOf(after.get(one))).toEqual(slugsOf(before.get(one)));
});
