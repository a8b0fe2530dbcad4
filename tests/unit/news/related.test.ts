import { expect, test } from 'vitest';
import { randomNumbers } from '#bench/fixtures/random-numbers.ts';
import type { Article } from '#news/article.ts';
import { emptyBody } from '#news/body.ts';
import { type RelatedState, related } from '#news/related.ts';

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
    body: emptyBody,
  };
}

type Near = ReadonlyMap<Article, ReadonlyMap<Article, number>>;

const slugsOf = (articles: readonly Article[] | undefined) => articles?.map(({ slug }) => slug);
const listOf = (asked: Article, known: readonly Article[], near: Near = new Map()) =>
  slugsOf(related(known, new Set(known), near).related.get(asked));

test('related articles are older ones; a shared tag counts more than the category', () => {
  const [tagged, plain, foreign] = [article(1, ['lúa'], other), article(2, []), article(3, [], other)];
  const asked = article(4, ['lúa']);
  expect(listOf(asked, [asked, foreign, plain, tagged])).toEqual(['bai-1', 'bai-2']);
});

test('a text near enough comes before a shared tag, whatever its own tags and category, and a shared tag before a text hardly near', () => {
  const [tagged, alike] = [article(2, ['lúa']), article(1, [], other)];
  const asked = article(3, ['lúa']);
  const nearness = (value: number) => new Map([[asked, new Map([[alike, value]])]]);
  expect(listOf(asked, [tagged, alike, asked], nearness(5))).toEqual(['bai-1', 'bai-2']);
  expect(listOf(asked, [tagged, alike, asked], nearness(0.1))).toEqual(['bai-2', 'bai-1']);
});

test('where nothing is near, the newest of the category; of two of one instant the later slug, in whatever order they are read', () => {
  const articles = [1, 2, 3, 4].map((day) => article(day, []));
  const twin = { ...article(4, []), slug: 'bai-4-b' };
  const asked = article(5, []);
  const known = [...articles, twin, asked];
  expect(listOf(asked, known)).toEqual(['bai-4-b', 'bai-4', 'bai-3', 'bai-2']);
  expect(listOf(asked, known.toReversed())).toEqual(['bai-4-b', 'bai-4', 'bai-3', 'bai-2']);
});

test('news never changes the related articles of an old one, nor does news of the same instant', () => {
  const old = [article(3, ['lúa']), article(2, ['lúa']), article(1, [])];
  const added = [article(9, ['lúa']), article(8, ['lúa']), { ...article(3, ['lúa']), slug: 'a' }];
  const known = [...added, ...old];
  for (const one of old) expect(listOf(one, known)).toEqual(listOf(one, old));
});

test('what is withdrawn leaves the lists it stood in, and nothing else changes: it made its tag less rare and still does', () => {
  const fish = [article(1, ['cá'], other), article(2, ['cá'], other)];
  const [rice, gone, laterRice] = [article(3, ['lúa'], other), article(4, ['lúa'], other), article(5, ['lúa'], other)];
  const asked = article(6, ['lúa', 'cá']);
  const known = [...fish, rice, gone, laterRice, asked];
  const lists = (shown: readonly Article[]) => related(known, new Set(shown), new Map()).related;
  expect(slugsOf(lists(known).get(asked))).toEqual(['bai-2', 'bai-1', 'bai-5', 'bai-4']);
  const after = lists(known.filter((one) => one !== gone));
  expect(slugsOf(after.get(asked))).toEqual(['bai-2', 'bai-1', 'bai-5', 'bai-3']);
  expect(after.has(gone)).toBe(false);
});

test('edit after edit, what is found with the state of the last time is what is found without', () => {
  const random = randomNumbers(7);
  const some = (count: number) => Math.floor(random() * count);
  const tags = ['lúa', 'cá', 'gà', 'tôm'];
  const write = () => article(1 + some(60), tags.slice(some(4), some(5)), some(3) === 0 ? other : category);
  let known = Array.from({ length: 80 }, (_, index) => ({ ...write(), slug: `bai-${index}` }));
  let state: RelatedState | undefined;
  for (let edit = 0; edit < 60; edit++) {
    const [at, kept] = [some(known.length), some(4) > 0];
    known = known.toSpliced(at, 1, ...(kept ? [{ ...write(), slug: some(2) > 0 ? `bai-${at}` : `moi-${edit}` }] : []));
    const shown = new Set(known.filter((_, index) => edit % 3 === 0 || index !== at));
    const near: Near = new Map(
      known.map((one) => {
        const older = known[(one.date.getUTCDate() * 7) % known.length];
        return [one, new Map(older && older.date < one.date ? [[older, older.date.getUTCDate() / 7]] : [])];
      }),
    );
    const found = related(known, shown, near, state);
    expect(found).toEqual(related(known, shown, near));
    state = found.state;
  }
});
