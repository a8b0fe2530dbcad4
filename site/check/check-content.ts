import { addressesForSlug, allItems, type ItemsByKind } from '#news/content-kind.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import { oldestFirst } from '#news/published.ts';
import type { RuleName } from '#news/rule.ts';
import { type Content, visibleContent } from '#news/visible-content.ts';
import { attachedFiles } from '#site/assets/attached-files.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import type { DeployedSite } from '#site/deployment/deployed-site.ts';
import { compareByLocation, type Finding, type SourceLocation, startOfFile } from '#site/finding.ts';
import type { SiteContext } from '#site/pages/site-context.ts';
import { type SitePages, sitePages } from '#site/pages/site-pages.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import { type ReadContentResult, type ReadOptions, type Replacements, readContent } from '#site/read/read-content.ts';
import type { ParsedItem } from '#site/read/read-item.ts';
import { displayPath } from '#site/read/source-file.ts';
import { applySuppressions } from '#site/read/suppression.ts';
import type { Settings } from '#site/settings.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkArticles } from './check-articles.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkDeployed, type DeployedCheck } from './check-deployed.ts';
import { checkDocuments } from './check-documents.ts';
import { checkDomains, ownDomains, type UnpinnedDomain, unpinnedDomains } from './check-domains.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkIds } from './check-ids.ts';
import { checkLinks } from './check-links.ts';
import { checkLogos, logoFiles } from './check-logos.ts';
import { checkPictures } from './check-pictures.ts';
import { checkTags } from './check-tags.ts';
import { checkUpdateDates } from './check-update-dates.ts';
import { type KnownAddresses, knownAddresses } from './known-addresses.ts';

/** The findings about content and, if its list files are valid, the visible content. */
export interface CheckedContent {
  /** The visible content and its pages; undefined if a list file of content/ is invalid. */
  readonly site?: {
    readonly context: SiteContext;
    readonly pages: SitePages;
    /** Addresses that were or will be pages and are not now. */
    readonly hiddenAddresses: ReadonlySet<string>;
  };
  /** The domains of links that are not in domains.yaml. */
  readonly unpinnedDomains: readonly UnpinnedDomain[];
  /** The errors that stop a build. */
  readonly errors: readonly Finding[];
  /** The errors in drafts; a preview leaves those drafts out. */
  readonly draftErrors: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** The paths of the items that have an error: those that use its file, or that file itself. */
  readonly ownersOf: (error: Finding) => readonly string[];
}

/** What a check compares content with, and what it reads in place of some files. */
export interface CheckOptions extends ReadOptions {
  readonly deployed?: DeployedSite | undefined;
  /** Whether the file at a path is new since then: of two that claim the same address, it is the one in error. */
  readonly isNew?: (path: string) => boolean;
  /** Whether articles are compared with each other: it takes long, and its findings are about no page that is built. */
  readonly findsDuplicates?: boolean;
}

/** Reads a content folder and applies every rule. */
export async function checkContent(
  settings: Settings,
  cache: BuildCache = BuildCache.inMemory(),
  options: CheckOptions = {},
): Promise<CheckedContent> {
  const read = await readContent(settings.contentDir, cache, options);
  const { content, draftPaths } = read;
  const checked = content && (await checkAcrossItems(read, content, settings, cache, options));
  const all = [...read.findings, ...(checked?.findings ?? [])];
  const hasRun = (rule: RuleName) =>
    checked !== undefined && (rule !== 'trung-bai' || options.findsDuplicates === true);
  const findings = applySuppressions(all, read.suppressions, hasRun).sort(compareByLocation);
  const errors = findings.filter(({ level }) => level === 'error');
  const users = errors.length > 0 && content ? pictureUsers(content) : new Map<string, string[]>();
  const ownersOf = ({ path }: Finding) => users.get(path) ?? [path];
  // A published address is lost for its readers, even if its article is a draft now.
  const isInDraft = (error: Finding) =>
    error.rule !== 'dia-chi-mat' && ownersOf(error).every((path) => draftPaths.has(path));
  const draftErrors = errors.filter(isInDraft);
  const broken = new Set(draftErrors.flatMap(ownersOf));
  const isShownBroken = settings.preview && broken.size > 0;
  const site = content && isShownBroken ? siteWithout(broken, read, content, settings, cache) : checked?.site;
  return {
    ...(site && { site }),
    unpinnedDomains: checked?.unpinnedDomains ?? [],
    errors: errors.filter((found) => !isInDraft(found)),
    draftErrors: draftErrors.map((found) => ({ ...found, inDraft: true })),
    warnings: findings.filter(({ level }) => level === 'warning'),
    ownersOf,
  };
}

type CheckedSiteContent = NonNullable<CheckedContent['site']>;

/** The paths of the items that use a picture, by the path of the picture. */
function pictureUsers(content: Content): ReadonlyMap<string, readonly string[]> {
  const uses = Map.groupBy(pictureUses(content), ({ file }) => displayPath(file));
  return new Map(Array.from(uses, ([picture, users]) => [picture, users.map(({ path }) => path)]));
}

/** The site of a preview without the drafts that have errors: they might not render. */
function siteWithout(
  broken: ReadonlySet<string>,
  read: ReadContentResult,
  content: Content,
  settings: Settings,
  cache: BuildCache,
): CheckedSiteContent {
  const isShown = ({ path }: { readonly path: string }) => !broken.has(path);
  const shown: Content = {
    ...content,
    articles: content.articles.filter(isShown),
    questions: content.questions.filter(isShown),
    documents: content.documents.filter(isShown),
    events: content.events.filter(isShown),
    pages: content.pages.filter(isShown),
  };
  const { site, known } = selectSite(read, content, shown, settings, cache);
  const hiddenAddresses = cache.reuse('hidden without broken drafts', [...known.hidden], () => known.hidden);
  return { ...site, hiddenAddresses };
}

/** The site that an audience sees of the content to be shown, and the addresses of all content. */
function selectSite(
  read: ReadContentResult,
  content: Content,
  shown: Content,
  settings: Settings,
  cache: BuildCache,
): { readonly site: Omit<CheckedSiteContent, 'hiddenAddresses'>; readonly known: KnownAddresses } {
  const visible = visibleContent(shown, settings.now, settings.preview ? 'editors' : 'readers');
  const name = shown === content ? '' : ' without broken drafts';
  const tagWords = Array.from(visible.tags.values(), ({ name: tag, slug }) => [tag, slug]).flat();
  const reusedContent = { ...visible, tags: cache.reuse(`tags${name}`, tagWords, () => visible.tags) };
  const context: SiteContext = { content: reusedContent, settings };
  const pages = sitePages(context);
  const known = knownAddresses(reusedContent, pages, content, settings, read);
  return { site: { context, pages }, known };
}

async function checkAcrossItems(
  read: ReadContentResult,
  content: Content,
  settings: Settings,
  cache: BuildCache,
  { deployed, replacements, isNew = () => false, findsDuplicates = false }: CheckOptions,
): Promise<Pick<CheckedContent, 'unpinnedDomains'> & { site: CheckedSiteContent; findings: Finding[] }> {
  const { site, known } = selectSite(read, content, content, settings, cache);
  const visible = site.context.content;
  const locate = ({ path }: { readonly path: string }, ...keys: readonly PropertyKey[]): SourceLocation => {
    const item = read.items.get(path);
    if (!item) return startOfFile(path);
    if (keys[0] === 'body') return item.bodyStart;
    const [locations, name] = [locationsIn(item), keys.join('\n')];
    const location = locations.get(name) ?? item.locate(keys);
    locations.set(name, location);
    return location;
  };
  const deployedCheck = deployed ? checkDeployed(deployed, settings, known, content, locate) : nothingDeployed;
  // A link may lead to a list of what is left out, too.
  const cutOff = replacements && replacements.size > 0 ? unresolvedLinks(content, known) : [];
  const hidden = new Set([...known.hidden, ...deployedCheck.released, ...cutOff]);
  const hiddenAddresses = cache.reuse('hidden', [...hidden], () => hidden);
  const publishedWithId = [...content.articles, ...content.questions, ...content.events].filter(
    (item) => !visible.hiddenReason(item),
  );
  const pinnedDomains = [...content.pinnedDomains, ...ownDomains(content.organisation, settings.origin)];
  const newDomains = unpinnedDomains(allItems(content), content.articles, pinnedDomains, locate);
  const logos = logoFiles(content.organisation);
  const pictures = new Set([...collectPictureFiles(content), ...logos]);
  return {
    ...{ site: { ...site, hiddenAddresses }, unpinnedDomains: newDomains },
    findings: [
      ...checkArticles(content, locate),
      ...(findsDuplicates ? checkDuplicates(content.articles, locate) : []),
      ...checkUpdateDates(content.articles, settings.now, locate),
      ...checkAddresses(
        laterLast(known.claims, ({ source }) => [read.draftPaths.has(source), isNew(source)]),
        laterLast(oldestFirst(content.articles), ({ draft, path }) => [draft, isNew(path)]),
        laterLast([...oldestFirst(content.questions), ...oldestFirst(content.events)], ({ draft, path }) => [
          draft,
          isNew(path),
        ]),
        locate,
      ),
      ...checkDocuments(content.documents, new Set([...known.unreadable, ...leftOutAddresses(replacements)]), locate),
      ...checkLinks(
        allItems(content),
        content.organisation,
        (index) => read.locateMenuEntry(index),
        { ...known, hidden },
        settings,
      ),
      ...checkDomains(newDomains),
      ...checkIds(publishedWithId, read.items, settings.now),
      ...checkTags(content.articles, visible.unpinnedTags, locate),
      ...(await checkPictures(pictures, cache)),
      ...(await checkLogos(logos, cache)),
      ...(await checkAttachments(
        collectAttachments(content).filter((file) => !pictures.has(file)),
        cache,
      )),
      ...deployedCheck.findings,
    ],
  };
}

/** The addresses of items that are left out; as those of unreadable files, others may refer to them. */
function leftOutAddresses(replacements: Replacements = new Map()): string[] {
  return [...replacements].flatMap(([file, read]) => (read === undefined ? addressesForSlug(fileSlug(file)) : []));
}

const nothingDeployed: DeployedCheck = { findings: [], released: new Set() };

/** The addresses of links in the site to which nothing answers. */
function unresolvedLinks(content: Content, { visible }: KnownAddresses): string[] {
  const links = allItems(content).flatMap(({ body }) => body.links.map(({ href }) => href));
  const menu = content.organisation.menu.map(({ address }) => address);
  return [...links, ...menu].map((href) => href.split(/[#?]/)[0] ?? '').filter((address) => !visible.has(address));
}

/** The items in their order, but those for which something is true after the others; the first of it weighs most. */
function laterLast<Item>(items: readonly Item[], isLater: (item: Item) => readonly boolean[]): Item[] {
  const byWeight = Map.groupBy(items, (item) => isLater(item).reduce((sum, each) => 2 * sum + Number(each), 0));
  return [...byWeight].sort(([a], [b]) => a - b).flatMap(([, ofWeight]) => ofWeight);
}

/** The locations found so far in an item: finding one searches the text of its file. */
const locationsIn = memoizeByObject((_item: ParsedItem<unknown>) => new Map<string, SourceLocation>());

function collectAttachments(content: ItemsByKind): string[] {
  return attachedFiles(content).flatMap((attached) => ('from' in attached ? attached.from : []));
}

/** Every picture file that pages show in several widths: those of items, and portraits. */
export function collectPictureFiles(content: Content): string[] {
  const portraits = content.leadership.flatMap(({ portrait }) => portrait?.file ?? []);
  return [...pictureUses(content).map(({ file }) => file), ...portraits];
}

/** Every use of a picture: its file, and the path of the item. */
function pictureUses(content: ItemsByKind): { readonly file: string; readonly path: string }[] {
  return [
    ...allItems(content).flatMap(({ path, body }) => Array.from(body.pictures.values(), (file) => ({ file, path }))),
    ...content.articles.flatMap(({ path, cover }) => (cover ? [{ file: cover.file, path }] : [])),
  ];
}
