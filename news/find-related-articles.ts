import type { Article } from './article.ts';
import { memoizeByObject } from './memoize-by-object.ts';
import { oldestFirst } from './published.ts';
import { hasSameSimilarItems, type SimilarItems, similarItems } from './similar-items.ts';

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
export interface RelatedState {
  /** For each article, its fields that affect the related articles of later ones. */
  readonly rankingInputs: readonly string[];
  readonly similar: SimilarItems;
  /** For each article the indexes of its related articles, padded with -1 to the maximum number. */
  readonly relatedIndexes: Int32Array;
}

const none = -1;

/**
 * Finds for each visible article up to four older ones, best first, ranked by text similarity (`similar` maps an
 * article to older ones with their scores), tags and category. Only earlier articles count, so new articles never
 * change the list of an old one; a hidden article in `articles` keeps its weight, so hiding it changes only lists that
 * had it.
 * With the state of the previous call, a list is computed again only if an earlier article or a similar text changed.
 */
export function findRelatedArticles(
  articles: readonly Article[],
  visible: ReadonlySet<Article>,
  similar: ReadonlyMap<Article, ReadonlyMap<Article, number>>,
  previous?: RelatedState,
): { related: Map<Article, Article[]>; state: RelatedState } {
  const all = oldestFirst(articles);
  const indexOf = new Map(all.map((article, index) => [article, index]));
  const groups = groupsOf(all);
  const isVisible = all.map((article) => visible.has(article));
  const state: RelatedState = {
    rankingInputs: all.map((article, index) => `${isVisible[index] ? '' : 'hidden '}${rankingInput(article)}`),
    similar: similarItems(
      all.map((article) => similar.get(article)),
      indexOf,
    ),
    relatedIndexes: new Int32Array(all.length * most).fill(none),
  };
  /** For each article, the last article that considered it. */
  const consideredFor = new Int32Array(all.length).fill(-1);

  const best = (target: number): number[] => {
    const own = groups[target]?.map((group) => ({ group, weight: group.weight })) ?? [];
    const candidates: Candidate[] = [];
    const consider = (index: number, similarity: number) => {
      if (!isVisible[index] || consideredFor[index] === target) return;
      consideredFor[index] = target;
      let score = similarity;
      for (const { group, weight } of own) if (groups[index]?.includes(group)) score += weight;
      insert(candidates, { index, score });
    };
    for (let i = state.similar.starts[target] ?? 0; i < (state.similar.starts[target + 1] ?? 0); i++)
      consider(state.similar.indexes[i] ?? none, state.similar.scores[i] ?? 0);
    for (const { group } of own) for (const index of group.recent) consider(index, 0);
    return candidates.map(({ index }) => index);
  };

  const result = new Map<Article, Article[]>();
  let grouped = 0;
  let reusable = previous;
  for (const [index, article] of all.entries()) {
    for (let older = all[grouped]; older && older.date.getTime() < article.date.getTime(); older = all[++grouped])
      for (const group of groups[grouped] ?? []) group.add(grouped);
    if (reusable?.rankingInputs[index] !== state.rankingInputs[index]) reusable = undefined;
    if (!isVisible[index]) continue;
    const unchanged = reusable && hasSameSimilarItems(reusable.similar, state.similar, index) ? reusable : undefined;
    const computed = unchanged ? [] : best(index);
    const list: Article[] = [];
    for (let i = 0; i < most; i++) {
      const other = (unchanged ? unchanged.relatedIndexes[index * most + i] : computed[i]) ?? none;
      state.relatedIndexes[index * most + i] = other;
      const article = all[other];
      if (article) list.push(article);
    }
    result.set(article, list);
  }
  return { related: result, state };
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
