import { resolve } from 'node:path';
import { fileName, titleSlug } from '#site/scaffold/scaffold.ts';
import { parseVietnamDate, yearOf } from '#vietnamese/date.ts';
import { idOfOldUrl, type NewAddresses, oldAddressKeyOf, type PlannedArticle } from './import-old-article.ts';
import type { OldArticle, OldSite, Skipped } from './old-article.ts';

/** What content/ has, and what the operator chose. */
export interface PlanOptions {
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** Names of categories by those of the old site. */
  readonly categoryMap: Readonly<Record<string, string>>;
  /** For articles whose category is not in the map and not in content/; without it they are left. */
  readonly category: string | undefined;
  /** For articles whose author is not of the list. */
  readonly author: string;
  /** The permanent ids and the slugs that content/ has. */
  readonly ids: ReadonlySet<string>;
  readonly slugs: ReadonlySet<string>;
}

/** The articles of an old site with their places in content/. */
export interface ImportPlan {
  readonly planned: readonly PlannedArticle[];
  /** Articles that content/ has already. */
  readonly existing: readonly OldArticle[];
  readonly skipped: readonly Skipped[];
  /** How many articles are left for each category of the old site that has no place. */
  readonly unplacedCategories: ReadonlyMap<string, number>;
}

/** Decides what is imported, and where; the same site is planned alike each time. */
export function planImport({ articles, skipped: unread }: OldSite, options: PlanOptions): ImportPlan {
  const planned: PlannedArticle[] = [];
  const existing: OldArticle[] = [];
  const skipped: Skipped[] = [...unread];
  const unplaced = new Map<string, number>();
  const slugs = new Set(options.slugs);
  const seen = new Map<string, string>();
  for (const article of articles.toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.place < b.place ? -1 : 1,
  )) {
    const [first] = article.oldUrls;
    const day = parseVietnamDate(article.date);
    if (first === undefined || !day) {
      skipped.push({ place: article.place, reason: 'không biết địa chỉ cũ của bài' });
      continue;
    }
    const id = idOfOldUrl(first);
    const twin = seen.get(id);
    if (options.ids.has(id)) existing.push(article);
    else if (twin !== undefined) skipped.push({ place: article.place, reason: `cùng địa chỉ cũ với ${twin}` });
    else {
      seen.set(id, article.place);
      const category = placeOf(article.category, options);
      if (category === undefined) {
        const name = article.category ?? '(không ghi)';
        unplaced.set(name, (unplaced.get(name) ?? 0) + 1);
        continue;
      }
      planned.push(plannedArticle(article, day, category, slugs, options));
    }
  }
  return { planned, existing, skipped, unplacedCategories: unplaced };
}

function placeOf(name: string | undefined, { categories, categoryMap, category }: PlanOptions): string | undefined {
  const key = name?.toLowerCase();
  const mapped = Object.entries(categoryMap).find(([old]) => old.toLowerCase() === key)?.[1];
  return mapped ?? categories.find((own) => own.toLowerCase() === key) ?? category;
}

/** Two articles of one title have two addresses: the later one has its day, or a number, in it. */
function plannedArticle(
  article: OldArticle,
  day: Date,
  category: string,
  slugs: Set<string>,
  { authors, author }: PlanOptions,
): PlannedArticle {
  const slug = titleSlug(article.title) || 'bai';
  const candidates = [
    slug,
    `${slug}-${article.date.slice(0, 10)}`,
    ...Array.from({ length: 99 }, (_, n) => `${slug}-${n + 2}`),
  ];
  const free = candidates.find((candidate) => !slugs.has(candidate)) ?? slug;
  slugs.add(free);
  const listed = authors.find((name) => name.toLowerCase() === article.author?.toLowerCase());
  return {
    article,
    file: `articles/${yearOf(day)}/${fileName(article.title, day).slice(0, 11)}${free}.md`,
    address: `/bai-viet/${free}/`,
    category,
    author: listed ?? author,
    ...(article.author && !listed && { creditedTo: article.author }),
  };
}

/** The new addresses of the planned articles. */
export function newAddresses(planned: readonly PlannedArticle[]): NewAddresses {
  return {
    byOldUrl: new Map(
      planned.flatMap(({ article, address }) => article.oldUrls.map((url) => [oldAddressKeyOf(url), address] as const)),
    ),
    byFile: new Map(planned.map(({ article, address }) => [resolve(article.file), address])),
  };
}
