import type { Article } from './article.ts';
import { hasSameNear, type NearByPlace, nearByPlace } from './near-by-place.ts';
import { onceOfEach } from './once-of-each.ts';
import { oldestFirst } from './published.ts';

/** How many related articles a page names. */
const most = 4;
/** How far back a tag or category is searched. */
const remembered = 24;
/** How a shared tag and category weigh, beside the nearness of texts as it is; each less where more articles have it. */
const weights = { tag: 4, category: 1 };

/** The articles of a tag or category, by their places from the oldest of all. */
class Shelf {
  /** The newest first. */
  readonly places: number[] = [];
  readonly #factor: number;
  #count = 0;

  constructor(factor: number) {
    this.#factor = factor;
  }

  put(place: number): void {
    this.#count++;
    this.places.unshift(place);
    if (this.places.length > remembered) this.places.pop();
  }

  /** Rare tags say more than common ones. */
  get weight(): number {
    return this.#factor / Math.log2(this.#count + 2);
  }
}

/** An older article by its place. */
interface Candidate {
  readonly place: number;
  readonly score: number;
}

/** What was found, to be kept until it is asked for again: plain data, articles by their places from the oldest of all. */
export interface RelatedState {
  /** What it is of each article that decides about those after it. */
  readonly outlines: readonly string[];
  readonly near: NearByPlace;
  /** For each article the places of so many as it may name; -1 where there are fewer. */
  readonly found: Int32Array;
}

const none = -1;

/**
 * For each shown article up to four older ones, best first: those near by text (from each article to older ones with
 * their nearness), tags and category. Only what was published before an article counts, so its list never changes when
 * news is added; what is known but no longer shown keeps its weight, so its end changes only the lists it stood in.
 * With the state of the last time only those are looked for before which, or near to which, something changed.
 */
export function related(
  known: readonly Article[],
  shown: ReadonlySet<Article>,
  near: ReadonlyMap<Article, ReadonlyMap<Article, number>>,
  before?: RelatedState,
): { related: Map<Article, Article[]>; state: RelatedState } {
  const all = oldestFirst(known);
  const places = new Map(all.map((article, place) => [article, place]));
  const shelves = shelvesOf(all);
  const isShown = all.map((article) => shown.has(article));
  const state: RelatedState = {
    outlines: all.map((article, place) => `${isShown[place] ? '' : 'hidden '}${outlineOf(article)}`),
    near: nearByPlace(
      all.map((article) => near.get(article)),
      places,
    ),
    found: new Int32Array(all.length * most).fill(none),
  };
  /** For which article each was looked at last. */
  const lookedAt = new Int32Array(all.length).fill(-1);

  const best = (asked: number): number[] => {
    const own = shelves[asked]?.map((shelf) => ({ shelf, weight: shelf.weight })) ?? [];
    const found: Candidate[] = [];
    const consider = (place: number, nearness: number) => {
      if (!isShown[place] || lookedAt[place] === asked) return;
      lookedAt[place] = asked;
      let score = nearness;
      for (const { shelf, weight } of own) if (shelves[place]?.includes(shelf)) score += weight;
      insert(found, { place, score });
    };
    for (let at = state.near.starts[asked] ?? 0; at < (state.near.starts[asked + 1] ?? 0); at++)
      consider(state.near.places[at] ?? none, state.near.nearness[at] ?? 0);
    for (const { shelf } of own) for (const place of shelf.places) consider(place, 0);
    return found.map(({ place }) => place);
  };

  const found = new Map<Article, Article[]>();
  let put = 0;
  let asBefore = before;
  for (const [place, article] of all.entries()) {
    for (let older = all[put]; older && older.date.getTime() < article.date.getTime(); older = all[++put])
      for (const shelf of shelves[put] ?? []) shelf.put(put);
    if (asBefore?.outlines[place] !== state.outlines[place]) asBefore = undefined;
    if (!isShown[place]) continue;
    const same = asBefore && hasSameNear(asBefore.near, state.near, place) ? asBefore : undefined;
    const now = same ? [] : best(place);
    const named: Article[] = [];
    for (let at = 0; at < most; at++) {
      const other = (same ? same.found[place * most + at] : now[at]) ?? none;
      state.found[place * most + at] = other;
      const article = all[other];
      if (article) named.push(article);
    }
    found.set(article, named);
  }
  return { related: found, state };
}

const outlineOf = onceOfEach(({ date, category, tags }: Article) =>
  [date.getTime(), category.slug, ...tags].join('\n'),
);

/** The shelves on which each article belongs. */
function shelvesOf(articles: readonly Article[]): Shelf[][] {
  const [ofTags, ofCategories] = [new Map<string, Shelf>(), new Map<string, Shelf>()];
  const shelf = (among: Map<string, Shelf>, key: string, factor: number): Shelf => {
    const there = among.get(key);
    if (there) return there;
    const made = new Shelf(factor);
    among.set(key, made);
    return made;
  };
  return articles.map(({ tags, category: { slug } }) => [
    ...tags.map((tag) => shelf(ofTags, tag, weights.tag)),
    shelf(ofCategories, slug, weights.category),
  ]);
}

/** Puts a candidate where it belongs among the best; of equal ones the newest is first. */
function insert(best: Candidate[], { place, score }: Candidate): void {
  const isWorse = (other: Candidate) => other.score < score || (other.score === score && other.place < place);
  let at = best.length;
  for (let other = best[at - 1]; other && isWorse(other); other = best[at - 1]) at--;
  if (at === most) return;
  best.splice(at, 0, { place, score });
  if (best.length > most) best.pop();
}
