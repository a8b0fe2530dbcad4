import type { Article } from './article.ts';

/** How many related articles a page names. */
const most = 4;
/** How far back a tag or category is searched. */
const remembered = 24;

class Shelf {
  readonly articles: Article[] = [];
  count = 0;

  put(article: Article): void {
    this.count++;
    this.articles.unshift(article);
    if (this.articles.length > remembered) this.articles.pop();
  }

  /** Rare tags say more than common ones. */
  get weight(): number {
    return 1 / Math.log2(this.count + 2);
  }
}

/**
 * For each article of a list that is newest first, up to four older ones of its tags and category, best first.
 * Only what was published before an article counts, so its list never changes when news is added.
 */
export function related(newestFirst: readonly Article[]): Map<Article, Article[]> {
  const tagShelves = new Map<string, Shelf>();
  const categoryShelves = new Map<string, Shelf>();
  const found = new Map<Article, Article[]>();

  const shelf = (shelves: Map<string, Shelf>, key: string): Shelf => {
    const known = shelves.get(key) ?? new Shelf();
    shelves.set(key, known);
    return known;
  };

  for (const article of newestFirst.toReversed()) {
    const scores = new Map<Article, number>();
    const shelves = [
      ...article.tags.map((tag) => ({ from: shelf(tagShelves, tag), factor: 4 })),
      { from: shelf(categoryShelves, article.category.slug), factor: 1 },
    ];
    for (const { from, factor } of shelves)
      for (const older of from.articles) scores.set(older, (scores.get(older) ?? 0) + factor * from.weight);

    found.set(
      article,
      [...scores]
        .sort(
          ([a, scoreA], [b, scoreB]) =>
            scoreB - scoreA || b.date.getTime() - a.date.getTime() || (a.slug < b.slug ? 1 : -1),
        )
        .slice(0, most)
        .map(([older]) => older),
    );
    for (const { from } of shelves) from.put(article);
  }
  return found;
}
