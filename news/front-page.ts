import type { Article } from './article.ts';
import type { Category } from './category.ts';

const newestCount = 6;
const perCategory = 4;

/** The articles of the home page, each at most once. */
export interface FrontPage {
  readonly lead?: Article;
  readonly newest: readonly Article[];
  readonly blocks: readonly { readonly category: Category; readonly articles: readonly Article[] }[];
}

/** The newest article is the lead, the next six follow, then the newest of each category that are not among them. */
export function frontPage(newestFirst: readonly Article[], categories: readonly Category[]): FrontPage {
  const [lead, ...rest] = newestFirst.slice(0, 1 + newestCount);
  const used = new Set(newestFirst.slice(0, 1 + newestCount));
  const blocks = categories
    .map((category) => ({ category, articles: newestOf(newestFirst, category, used) }))
    .filter((block) => block.articles.length > 0);
  return { ...(lead && { lead }), newest: rest, blocks };
}

function newestOf(newestFirst: readonly Article[], category: Category, used: ReadonlySet<Article>): Article[] {
  const found: Article[] = [];
  for (const article of newestFirst) {
    if (found.length === perCategory) break;
    if (article.category === category && !used.has(article)) found.push(article);
  }
  return found;
}
