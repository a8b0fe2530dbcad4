import type { Article } from './article.ts';
import type { Category } from './category.ts';

const newestCount = 6;
const perBlock = 3;
const maxBlocks = 6;
const blocksPerRow = 3;
/** Below this number of articles, the page is a sheet with one story and the facts of the organisation. */
const sheetLimit = 4;
const minBlocks = 2;

/** The articles of the home page, each at most once. */
export interface FrontPage {
  /** True in the first days, when the lead story has the page nearly to itself. */
  readonly isSheet: boolean;
  readonly lead?: Article;
  readonly newest: readonly Article[];
  readonly blocks: readonly FrontPageBlock[];
  /** How many of the blocks without a category stand beside the newest articles, so that the rows of blocks are full. */
  readonly asideCount: number;
}

/** A category with its newest articles that do not stand further up. */
export interface FrontPageBlock {
  readonly category: Category;
  readonly articles: readonly Article[];
}

/**
 * The newest article is the lead, the next ones follow, then a block for each of the first categories that have enough
 * articles left. `otherBlocks` is the number of blocks without a category.
 */
export function frontPage(
  newestFirst: readonly Article[],
  categories: readonly Category[],
  otherBlocks: number,
): FrontPage {
  const page = withNewest(newestFirst, categories, otherBlocks, newestCount);
  // What stands beside the newest articles makes their column longer.
  return page.asideCount > 0
    ? withNewest(newestFirst, categories, otherBlocks, newestCount + 2 * page.asideCount)
    : page;
}

function withNewest(
  newestFirst: readonly Article[],
  categories: readonly Category[],
  otherBlocks: number,
  count: number,
): FrontPage {
  const [lead, ...newest] = newestFirst.slice(0, 1 + count);
  const used = new Set(newestFirst.slice(0, 1 + count));
  const found = categories
    .map((category) => ({ category, articles: newestOf(newestFirst, category, used) }))
    .filter(({ articles }) => articles.length === perBlock)
    .slice(0, maxBlocks);
  const blocks = found.length >= minBlocks ? found : [];
  const asideCount = Math.min((blocks.length + otherBlocks) % blocksPerRow, otherBlocks);
  return { isSheet: newestFirst.length < sheetLimit, ...(lead && { lead }), newest, blocks, asideCount };
}

function newestOf(newestFirst: readonly Article[], category: Category, used: ReadonlySet<Article>): Article[] {
  const found: Article[] = [];
  for (const article of newestFirst) {
    if (found.length === perBlock) break;
    if (article.category === category && !used.has(article)) found.push(article);
  }
  return found;
}
