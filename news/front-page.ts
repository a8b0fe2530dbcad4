import type { Article } from './article.ts';
import type { Category } from './category.ts';

const newestCount = 6;
const perCategory = 4;

/** What the home page shows: every article at most once. */
export interface FrontPage {
  readonly lead?: Article;
  readonly newest: readonly Article[];
  readonly blocks: readonly { readonly category: Category; readonly articles: readonly Article[] }[];
}

/** The newest article leads, the next six follow, then each category's newest that are not up there yet. */
export function frontPage(newestFirst: readonly Article[], categories: readonly Category[]): FrontPage {
  const [lead, ...rest] = newestFirst.slice(0, 1 + newestCount);
  const shown = new Set(newestFirst.slice(0, 1 + newestCount));
  const blocks = categories
    .map((category) => ({ category, articles: firstOf(newestFirst, category, shown) }))
    .filter((block) => block.articles.length > 0);
  return { ...(lead && { lead }), newest: rest, blocks };
}

function firstOf(newestFirst: readonly Article[], category: Category, shown: ReadonlySet<Article>): Article[] {
  const found: Article[] = [];
  for (const article of newestFirst) {
    if (found.length === perCategory) break;
    if (article.category === category && !shown.has(article)) found.push(article);
  }
  return found;
}
