import { expect, test } from 'vitest';
import { seededRandom } from '#bench/fixtures/seeded-random.ts';
import type { Article } from '#news/article.ts';
import { emptyBody } from '#news/body.ts';
import { oldestFirst } from '#news/published.ts';
import { type RelatedArticlesState, rankRelatedArticles } from '#news/rank-related-articles.ts';
import { packSimilarItems } from '#news/similar-items.ts';

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

type Similar = ReadonlyMap<Article, ReadonlyMap<Article, number>>;

/** The related articles of articles in any order. */
function related(
  articles: readonly Article[],
  visible: readonly Article[] = articles,
  similar: Similar = new Map(),
  previous?: RelatedArticlesState,
) {
  const sorted = oldestFirst(articles);
  const rows = sorted.map(
    (one) => new Map([...(similar.get(one) ?? [])].map(([older, score]) => [sorted.indexOf(older), score])),
  );
  return rankRelatedArticles(sorted, new Set(visible), packSimilarItems(rows), previous);
}

const slugsOf = (articles: readonly Article[] | undefined) => articles?.map(({ slug }) => slug);
const listOf = (target: Article, articles: readonly Article[], similar?: Similar) =>
  slugsOf(related(articles, articles, similar).related.get(target));

test('related articles are older ones; a shared tag weighs more than a shared category', () => {
  const [tagged, sameCategory, unrelated] = [article(1, ['lúa'], other), article(2, []), article(3, [], other)];
  const target = article(4, ['lúa']);
  expect(listOf(target, [target, unrelated, sameCategory, tagged])).toEqual(['bai-1', 'bai-2']);
});

test('a very similar text ranks above a shared tag, and a shared tag above a slightly similar text', () => {
  const [tagged, similar] = [article(2, ['lúa']), article(1, [], other)];
  const target = article(3, ['lúa']);
  const withScore = (score: number) => new Map([[target, new Map([[similar, score]])]]);
  expect(listOf(target, [tagged, similar, target], withScore(5))).toEqual(['bai-1', 'bai-2']);
  expect(listOf(target, [tagged, similar, target], withScore(0.1))).toEqual(['bai-2', 'bai-1']);
});

test('without similar texts the newest of the category come first, at the same instant by slug, in any order of input', () => {
  const older = [1, 2, 3, 4].map((day) => article(day, []));
  const twin = { ...article(4, []), slug: 'bai-4-b' };
  const target = article(5, []);
  const articles = [...older, twin, target];
  expect(listOf(target, articles)).toEqual(['bai-4-b', 'bai-4', 'bai-3', 'bai-2']);
  expect(listOf(target, articles.toReversed())).toEqual(['bai-4-b', 'bai-4', 'bai-3', 'bai-2']);
});

test('new articles, even of the same instant, never change the related articles of an old one', () => {
  const old = [article(3, ['lúa']), article(2, ['lúa']), article(1, [])];
  const added = [article(9, ['lúa']), article(8, ['lúa']), { ...article(3, ['lúa']), slug: 'a' }];
  const articles = [...added, ...old];
  for (const one of old) expect(listOf(one, articles)).toEqual(listOf(one, old));
});

test('a hidden article disappears from lists and changes nothing else: its tags still count it', () => {
  const fish = [article(1, ['cá'], other), article(2, ['cá'], other)];
  const [rice, hidden, laterRice] = [
    article(3, ['lúa'], other),
    article(4, ['lúa'], other),
    article(5, ['lúa'], other),
  ];
  const target = article(6, ['lúa', 'cá']);
  const articles = [...fish, rice, hidden, laterRice, target];
  const lists = (visible: readonly Article[]) => related(articles, visible).related;
  expect(slugsOf(lists(articles).get(target))).toEqual(['bai-2', 'bai-1', 'bai-5', 'bai-4']);
  const after = lists(articles.filter((one) => one !== hidden));
  expect(slugsOf(after.get(target))).toEqual(['bai-2', 'bai-1', 'bai-5', 'bai-3']);
  expect(after.has(hidden)).toBe(false);
});

test('after any edits, the result with the previous state equals the result without it', () => {
  const random = seededRandom(7);
  const below = (count: number) => Math.floor(random() * count);
  const tags = ['lúa', 'cá', 'gà', 'tôm'];
  const write = () => article(1 + below(60), tags.slice(below(4), below(5)), below(3) === 0 ? other : category);
  let articles = Array.from({ length: 80 }, (_, index) => ({ ...write(), slug: `bai-${index}` }));
  let state: RelatedArticlesState | undefined;
  for (let edit = 0; edit < 60; edit++) {
    const [index, isReplaced] = [below(articles.length), below(4) > 0];
    articles = articles.toSpliced(
      index,
      1,
      ...(isReplaced ? [{ ...write(), slug: below(2) > 0 ? `bai-${index}` : `moi-${edit}` }] : []),
    );
    const visible = articles.filter((_, i) => edit % 3 === 0 || i !== index);
    const similar: Similar = new Map(
      articles.map((one) => {
        const older = articles[(one.date.getUTCDate() * 7) % articles.length];
        return [one, new Map(older && older.date < one.date ? [[older, older.date.getUTCDate() / 7]] : [])];
      }),
    );
    const found = related(articles, visible, similar, state);
    expect(found).toEqual(related(articles, visible, similar));
    state = found.state;
  }
});
