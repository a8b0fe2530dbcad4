import type { Article } from './article.ts';
import { oldestFirst } from './published.ts';

/** How many related articles a page names. */
const most = 4;
/** How far back a tag or category is searched. */
const remembered = 24;
/** How a shared tag and category weigh, beside the nearness of texts as it is; each less where more articles have it. */
const weights = { tag: 4, category: 1 };

class Shelf {
  readonly articles: Article[] = [];
  readonly holds: (article: Article) => boolean;
  readonly #factor: number;
  #count = 0;

  constructor(factor: number, holds: (article: Article) => boolean) {
    this.#factor = factor;
    this.holds = holds;
  }

  put(article: Article): void {
    this.#count++;
    this.articles.unshift(article);
    if (this.articles.length > remembered) this.articles.pop();
  }

  /** Rare tags say more than common ones. */
  get weight(): number {
    return this.#factor / Math.log2(this.#count + 2);
  }
}

/**
 * For each shown article up to four older ones, best first: those near by text (from each article to older ones with
 * their nearness), tags and category. Only what was published before an article counts, so its list never changes when
 * news is added; what is known but no longer shown keeps its weight, so its end changes only the lists it stood in.
 */
export function related(
  known: readonly Article[],
  shown: ReadonlySet<Article>,
  near: ReadonlyMap<Article, ReadonlyMap<Article, number>>,
): Map<Article, Article[]> {
  const shelves = new Map<string, Shelf>();
  const shelf = (key: string, factor: number, holds: (article: Article) => boolean): Shelf => {
    const there = shelves.get(key) ?? new Shelf(factor, holds);
    shelves.set(key, there);
    return there;
  };
  const shelvesOf = ({ tags, category: { slug } }: Article): Shelf[] => [
    ...tags.map((tag) => shelf(`tag ${tag}`, weights.tag, (article) => article.tags.includes(tag))),
    shelf(`category ${slug}`, weights.category, (article) => article.category.slug === slug),
  ];

  const best = (article: Article): Article[] => {
    const nearness = near.get(article) ?? new Map<Article, number>();
    const own = shelvesOf(article);
    const score = (older: Article) =>
      own.reduce((sum, { weight, holds }) => sum + (holds(older) ? weight : 0), nearness.get(older) ?? 0);
    return [...new Set([...nearness.keys(), ...own.flatMap(({ articles }) => articles)])]
      .filter((older) => shown.has(older))
      .map((older) => ({ older, score: score(older) }))
      .sort((a, b) => b.score - a.score || byNewness(a.older, b.older))
      .slice(0, most)
      .map(({ older }) => older);
  };

  const found = new Map<Article, Article[]>();
  for (const together of Map.groupBy(oldestFirst(known), ({ date }) => date.getTime()).values()) {
    for (const article of together) if (shown.has(article)) found.set(article, best(article));
    for (const article of together) for (const each of shelvesOf(article)) each.put(article);
  }
  return found;
}

function byNewness(a: Article, b: Article): number {
  return b.date.getTime() - a.date.getTime() || (a.slug < b.slug ? 1 : -1);
}
