import { allItems, type ItemsByKind } from '#news/content-kind.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import { oldestFirst } from '#news/published.ts';
import { type Content, visibleContent } from '#news/visible-content.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { compareByLocation, type Finding, type SourceLocation, startOfFile } from '#site/finding.ts';
import type { SiteContext } from '#site/pages/site-context.ts';
import { type SitePages, sitePages } from '#site/pages/site-pages.ts';
import { type ReadContentResult, readContent } from '#site/read/read-content.ts';
import type { ParsedItem } from '#site/read/read-item.ts';
import { applySuppressions } from '#site/read/suppression.ts';
import type { Settings } from '#site/settings.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkArticles } from './check-articles.ts';
import { checkDocuments } from './check-documents.ts';
import { checkIds } from './check-ids.ts';
import { checkLinks } from './check-links.ts';
import { checkPictures } from './check-pictures.ts';
import { checkPublished, type DeployedSitemap } from './check-published.ts';
import { checkTags } from './check-tags.ts';
import { checkUpdateDates } from './check-update-dates.ts';
import { knownAddresses } from './known-addresses.ts';

/** The findings about content and, if its list files are valid, the visible content. */
export interface CheckedContent {
  /** The visible content and its pages; undefined if a list file of content/ is invalid. */
  readonly site?: {
    readonly context: SiteContext;
    readonly pages: SitePages;
    /** Addresses that were or will be pages and are not now. */
    readonly hiddenAddresses: ReadonlySet<string>;
  };
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Reads a content folder and applies every rule; `deployed` are the sitemaps of the last deployment, if known. */
export async function checkContent(
  settings: Settings,
  cache: BuildCache = BuildCache.inMemory(),
  deployed: readonly DeployedSitemap[] = [],
): Promise<CheckedContent> {
  const read = await readContent(settings.contentDir, cache);
  const { content } = read;
  const checked = content && (await checkAcrossItems(read, content, settings, cache, deployed));
  const all = [...read.findings, ...(checked?.findings ?? [])];
  const findings = applySuppressions(all, read.suppressions, checked !== undefined).sort(compareByLocation);
  return {
    ...(checked && { site: checked.site }),
    errors: findings.filter(({ level }) => level === 'error'),
    warnings: findings.filter(({ level }) => level === 'warning'),
  };
}

async function checkAcrossItems(
  read: ReadContentResult,
  content: Content,
  settings: Settings,
  cache: BuildCache,
  deployed: readonly DeployedSitemap[],
): Promise<{ site: NonNullable<CheckedContent['site']>; findings: Finding[] }> {
  const visible = visibleContent(content, settings.now, settings.preview ? 'editors' : 'readers');
  const tagWords = Array.from(visible.tags.values(), ({ name, slug }) => [name, slug]).flat();
  const reusedContent = { ...visible, tags: cache.reuse('tags', tagWords, () => visible.tags) };
  const context: SiteContext = { content: reusedContent, settings };
  const pages = sitePages(context);
  const known = knownAddresses(reusedContent, pages, content, settings, read);
  const hiddenAddresses = cache.reuse('hidden', [...known.hidden], () => known.hidden);
  const locate = ({ path }: { readonly path: string }, ...keys: readonly PropertyKey[]): SourceLocation => {
    const item = read.items.get(path);
    if (!item) return startOfFile(path);
    if (keys[0] === 'body') return item.bodyStart;
    const [locations, name] = [locationsIn(item), keys.join('\n')];
    const location = locations.get(name) ?? item.locate(keys);
    locations.set(name, location);
    return location;
  };
  const publishedWithId = [...content.articles, ...content.questions, ...content.events].filter(
    (item) => !visible.hiddenReason(item),
  );
  return {
    site: { context, pages, hiddenAddresses },
    findings: [
      ...checkArticles(content, cache, locate),
      ...checkUpdateDates(content.articles, settings.now, locate),
      ...checkAddresses(
        known.claims,
        oldestFirst(content.articles),
        [...oldestFirst(content.questions), ...oldestFirst(content.events)],
        locate,
      ),
      ...checkDocuments(content.documents, known.unreadable, locate),
      ...checkLinks(allItems(content), content.organisation, (index) => read.locateMenuEntry(index), known),
      ...checkIds(publishedWithId, read.items, settings.now),
      ...checkTags(content.articles, reusedContent.unpinnedTags, locate),
      ...(await checkPictures(collectPictureFiles(content), cache)),
      ...deployed.flatMap((sitemap) => checkPublished(sitemap, settings.base, known, content, locate)),
    ],
  };
}

/** The locations found so far in an item: finding one searches the text of its file. */
const locationsIn = memoizeByObject((_item: ParsedItem<unknown>) => new Map<string, SourceLocation>());

/** Every picture file that content references. */
export function collectPictureFiles(content: ItemsByKind): string[] {
  return [
    ...allItems(content).flatMap(({ body }) => [...body.pictures.values()]),
    ...content.articles.flatMap(({ cover }) => cover?.file ?? []),
  ];
}
