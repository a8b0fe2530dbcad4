import type { Article } from './article.ts';
import type { Category } from './category.ts';

const newestCount = 6;
const newestCountBesideBlock = 8;
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
  /** Where the first of the blocks without a category stands, so that the rows of blocks are full. */
  readonly firstOther: OtherBlockPlace;
}

/** In a column of the blocks, in two of them, or beside the newest articles. */
export type OtherBlockPlace = 'column' | 'wide' | 'aside';

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
  return page.firstOther === 'aside' ? withNewest(newestFirst, categories, otherBlocks, newestCountBesideBlock) : page;
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
  const firstOther = placeOfFirst(otherBlocks, (blocks.length + otherBlocks) % blocksPerRow);
  return { isSheet: newestFirst.length < sheetLimit, ...(lead && { lead }), newest, blocks, firstOther };
}

function placeOfFirst(otherBlocks: number, inLastRow: number): OtherBlockPlace {
  if (otherBlocks === 0 || inLastRow === 0) return 'column';
  return inLastRow === 1 ? 'aside' : 'wide';
}

function newestOf(newestFirst: readonly Article[], category: Category, used: ReadonlySet<Article>): Article[] {
  const found: Article[] = [];
  for (const article of newestFirst) {
    if (found.length === perBlock) break;
    if (article.category === category && !used.has(article)) found.push(article);
  }
  return found;
}
