import type { Article } from './article.ts';
import { memoizeByObject } from './memoize-by-object.ts';
import { hasSameSimilarItems, type SimilarItems, similarItemsOf } from './similar-items.ts';

/** The maximum number of related articles of an article. */
const most = 4;
/** How many of the newest articles of a tag or category are candidates. */
const recentCount = 24;
/** The weights of a shared tag and category, added to the similarity of texts; divided the more articles share it. */
const weights = { tag: 4, category: 1 };

/** The articles of a tag or category; indexes count from the oldest of all articles. */
class Group {
  /** The newest first. */
  readonly recent: number[] = [];
  readonly #factor: number;
  #count = 0;

  constructor(factor: number) {
    this.#factor = factor;
  }

  add(index: number): void {
    this.#count++;
    this.recent.unshift(index);
    if (this.recent.length > recentCount) this.recent.pop();
  }

  /** Higher for rare tags than for common ones. */
  get weight(): number {
    return this.#factor / Math.log2(this.#count + 2);
  }
}

/** An older article by index. */
interface Candidate {
  readonly index: number;
  readonly score: number;
}

/** The result in a form that can be cached: plain data, articles by index from the oldest of all. */
export interface RelatedArticlesState {
  /** For each article, its fields that affect the related articles of later ones. */
  readonly rankingInputs: readonly string[];
  readonly similar: SimilarItems;
  /** For each article the indexes of its related articles, padded with -1 to the maximum number. */
  readonly relatedIndexes: Int32Array;
}

const none = -1;

/**
 * Finds for each visible article up to four older ones, best first, ranked by text similarity, tags and category.
 * `articles` are ordered by `oldestFirst`, and `similar` has the older similar ones of each. Only earlier articles
 * count, so new articles never change the list of an old one; a hidden article in `articles` keeps its weight, so hiding
 * it changes only lists that had it.
 * With the state of the previous call, a list is computed again only if an earlier article or a similar text changed.
 */
export function rankRelatedArticles(
  articles: readonly Article[],
  visible: ReadonlySet<Article>,
  similar: SimilarItems,
  previous?: RelatedArticlesState,
): { related: Map<Article, Article[]>; state: RelatedArticlesState } {
  const isVisible = articles.map((article) => visible.has(article));
  const state: RelatedArticlesState = {
    rankingInputs: articles.map((article, index) => `${isVisible[index] ? '' : 'hidden '}${rankingInput(article)}`),
    similar,
    relatedIndexes: new Int32Array(articles.length * most).fill(none),
  };
  const rank = ranking(articles, isVisible, similar);
  const unchangedCount = firstDifference(state.rankingInputs, previous?.rankingInputs ?? []);
  const related = new Map<Article, Article[]>();
  for (const [index, article] of articles.entries()) {
    if (!isVisible[index]) continue;
    const row = index * most;
    const isUnchanged = previous && index < unchangedCount && hasSameSimilarItems(previous.similar, similar, index);
    state.relatedIndexes.set(
      isUnchanged ? previous.relatedIndexes.subarray(row, row + most) : rank(article, index),
      row,
    );
    const list = Array.from(state.relatedIndexes.subarray(row, row + most), (other) => articles[other]);
    related.set(
      article,
      list.filter((other) => other !== undefined),
    );
  }
  const isSame = previous && unchangedCount === articles.length && isSameAs(previous, state);
  return { related, state: isSame ? previous : state };
}

function isSameAs(previous: RelatedArticlesState, { rankingInputs, similar }: RelatedArticlesState): boolean {
  return previous.rankingInputs.length === rankingInputs.length && previous.similar === similar;
}

/** The index of the first element that differs in two lists. */
function firstDifference(list: readonly string[], other: readonly string[]): number {
  const index = list.findIndex((element, at) => element !== other[at]);
  return index < 0 ? list.length : index;
}

/** A function that ranks the earlier articles for an article; to be called with articles in their order. */
function ranking(
  articles: readonly Article[],
  isVisible: readonly boolean[],
  similar: SimilarItems,
): (article: Article, index: number) => number[] {
  const groups = groupsOf(articles);
  let grouped = 0;
  const groupEarlierThan = (instant: number) => {
    for (let older = articles[grouped]; older && older.date.getTime() < instant; older = articles[++grouped])
      for (const group of groups[grouped] ?? []) group.add(grouped);
  };
  /** For each article, the last article that considered it. */
  const consideredFor = new Int32Array(articles.length).fill(none);

  return (article, target) => {
    groupEarlierThan(article.date.getTime());
    const own = groups[target]?.map((group) => ({ group, weight: group.weight })) ?? [];
    const candidates: Candidate[] = [];
    const consider = (index: number, similarity: number) => {
      if (!isVisible[index] || consideredFor[index] === target) return;
      consideredFor[index] = target;
      let score = similarity;
      for (const { group, weight } of own) if (groups[index]?.includes(group)) score += weight;
      insert(candidates, { index, score });
    };
    for (const [index, similarity] of similarItemsOf(similar, target)) consider(index, similarity);
    for (const { group } of own) for (const index of group.recent) consider(index, 0);
    return candidates.map(({ index }) => index);
  };
}

const rankingInput = memoizeByObject(({ date, category, tags }: Article) =>
  [date.getTime(), category.slug, ...tags].join('\n'),
);

/** The groups of each article. */
function groupsOf(articles: readonly Article[]): Group[][] {
  const [byTag, byCategory] = [new Map<string, Group>(), new Map<string, Group>()];
  const group = (groups: Map<string, Group>, key: string, factor: number): Group => {
    const existing = groups.get(key);
    if (existing) return existing;
    const created = new Group(factor);
    groups.set(key, created);
    return created;
  };
  return articles.map(({ tags, category: { slug } }) => [
    ...tags.map((tag) => group(byTag, tag, weights.tag)),
    group(byCategory, slug, weights.category),
  ]);
}

/** Inserts a candidate into the best ones; of equal scores the newest article is first. */
function insert(best: Candidate[], { index, score }: Candidate): void {
  const isWorse = (other: Candidate) => other.score < score || (other.score === score && other.index < index);
  let position = best.length;
  for (let other = best[position - 1]; other && isWorse(other); other = best[position - 1]) position--;
  if (position === most) return;
  best.splice(position, 0, { index, score });
  if (best.length > most) best.pop();
}
