import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFormatProblem } from '#news/content-format.ts';
import { type ContentKind, contentKinds, type ItemsByKind } from '#news/content-kind.ts';
import type { FrontMatter } from '#news/front-matter.ts';
import type { Content } from '#news/visible-content.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { dataHash } from '#site/cache/data-hash.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { type Finding, finding, type SourceLocation, startOfFile } from '#site/finding.ts';
import { inspectFiles } from './inspect-files.ts';
import type { InspectedFile } from './inspect-from-queue.ts';
import { referencesFiles } from './inspect-item.ts';
import { type ItemOf, type ItemReader, itemReaders } from './item-readers.ts';
import { keepPreparedBody } from './prepared-bodies.ts';
import { proseExceptions } from './prose-findings.ts';
import { type ParsedItem, readItem } from './read-item.ts';
import { readLists } from './read-lists.ts';
import { readSnapshots } from './read-snapshots.ts';
import { displayPath } from './source-file.ts';
import { linkedFolderFindings, strayFileFindings } from './stray-file-findings.ts';
import type { Suppression } from './suppression.ts';
import { unusedFileFindings } from './unused-file-findings.ts';
import { writtenFormat } from './written-format.ts';

/** The valid part of content/, and the findings in its individual files. */
export interface ReadContentResult {
  /** The valid items; undefined if one of the list files is invalid. */
  readonly content?: Content;
  /** The Markdown files by path, without those whose front matter and body could not be split. */
  readonly items: ReadonlyMap<string, ParsedItem<unknown>>;
  /** The paths of all Markdown files, readable or not. */
  readonly paths: readonly string[];
  /** The paths of the drafts among them, as far as their front matter can be read. */
  readonly draftPaths: ReadonlySet<string>;
  /** The location of a menu entry in site.yaml. */
  readonly locateMenuEntry: (index: number) => SourceLocation;
  readonly suppressions: readonly Suppression[];
  readonly findings: readonly Finding[];
}

/** Files of content/ (absolute paths) that are not to be read, or the files to be read in their place. */
export type Replacements = ReadonlyMap<string, string | undefined>;

/** How content is read. */
export interface ReadOptions {
  readonly replacements?: Replacements;
  /** Whether the bodies of new and changed files are rendered as far as possible, for a build that prints them. */
  readonly preparesBodies?: boolean;
}

/** Reads, checks and normalises a whole content folder: the single entry point for content. */
export async function readContent(
  contentDir: string,
  cache: BuildCache = BuildCache.inMemory(),
  { replacements = new Map(), preparesBodies = false }: ReadOptions = {},
): Promise<ReadContentResult> {
  const formatFinding = findOtherFormat(contentDir);
  if (formatFinding) return unreadContent(formatFinding);
  const { lists, locateMenuEntry, ...inLists } = readLists(contentDir, cache);
  const { organisation, knownWords } = lists;
  const links: string[] = [];
  const isRead = (file: string) =>
    !replacements.has(join(contentDir, file)) || replacements.get(join(contentDir, file)) !== undefined;
  const files = [...filesIn(contentDir, (link) => links.push(link))].filter(isRead).sort();
  const markdownFiles = contentKinds.flatMap((kind) =>
    files
      .filter((file) => file.startsWith(`${kind}/`) && file.endsWith('.md'))
      .map((file) => join(contentDir, file))
      .map((file) => ({ kind, file: replacements.get(file) ?? file })),
  );
  const accepted = organisation && knownWords && proseExceptions(organisation, knownWords);
  const { inspected, prepared } = await inspectFiles(markdownFiles, accepted, cache, { preparesBodies });

  const findings = [...inLists.findings];
  const suppressions = [...inLists.suppressions];
  const parsedItems = new Map<string, ParsedItem<unknown>>();
  const paths: string[] = [];
  const draftPaths = new Set<string>();
  const readers = itemReaders(lists);
  const readItems = <Kind extends ContentKind>(kind: Kind): ItemOf<Kind>[] => {
    const parsed = markdownFiles
      .filter((file) => file.kind === kind)
      .flatMap(({ file }) => {
        // The file was parsed with the schema of its kind.
        const inspectedFile = inspected.get(file) as InspectedFile<FrontMatter<Kind>> | undefined;
        if (!inspectedFile) return [];
        paths.push(inspectedFile.path);
        if (inspectedFile.inspected.isDraft) draftPaths.add(inspectedFile.path);
        const { item, findings: parsedFindings } = parseItem(inspectedFile, cache);
        findings.push(...parsedFindings);
        if (!item) return [];
        const preparedBody = prepared.get(file);
        if (preparedBody) keepPreparedBody(item.body, preparedBody);
        parsedItems.set(item.path, item);
        suppressions.push(...item.suppressions);
        return [item];
      });
    return parsed.flatMap((parsedItem) => {
      const { item, findings: itemFindings } = reuseItem(parsedItem, readers[kind], cache);
      findings.push(...itemFindings);
      return item ?? [];
    });
  };
  const items: ItemsByKind = {
    articles: readItems('articles'),
    questions: readItems('questions'),
    documents: readItems('documents'),
    events: readItems('events'),
    pages: readItems('pages'),
  };
  const { snapshots, findings: snapshotFindings } = readSnapshots(contentDir);
  findings.push(
    ...snapshotFindings,
    ...strayFileFindings(contentDir, files),
    ...linkedFolderFindings(contentDir, links.filter(isRead)),
  );
  const listPictures = [
    ...(lists.leadership?.map(({ portrait }) => portrait?.file) ?? []),
    ...[organisation?.logo, organisation?.icon],
  ].flatMap((file) => file ?? []);
  findings.push(...unusedFileFindings({ contentDir, files, items, paths, listPictures, findings }));
  return {
    ...{ items: parsedItems, paths, draftPaths, suppressions, findings, locateMenuEntry },
    ...(areValid(lists) && { content: { ...lists, ...items, snapshots } }),
  };
}

/** The finding for a content folder of another format: of its files nothing is said, or each would be found wrong. */
function findOtherFormat(contentDir: string): Finding | undefined {
  const file = join(contentDir, 'site.yaml');
  if (!existsSync(file)) return undefined;
  const { format, line } = writtenFormat(readFileSync(file, 'utf8'));
  const problem = contentFormatProblem(format);
  return problem && finding({ ...startOfFile(displayPath(file)), line }, problem.rule, problem.wrong, problem.remedy);
}

function unreadContent(found: Finding): ReadContentResult {
  return {
    ...{ items: new Map(), paths: [], draftPaths: new Set(), suppressions: [], findings: [found] },
    locateMenuEntry: () => startOfFile(found.path),
  };
}

type Lists = ReturnType<typeof readLists>['lists'];

function areValid(lists: Lists): lists is { readonly [Name in keyof Lists]: NonNullable<Lists[Name]> } {
  return Object.values(lists).every((list) => list !== undefined);
}

/** Reads an item, or returns the object of the last build if nothing that it is made from has changed. */
function reuseItem<Value, Item>(
  parsed: ParsedItem<Value>,
  { name, read, inputs = [], namesFiles, files }: ItemReader<Value, Item>,
  cache: BuildCache,
): { item?: Item; findings: readonly Finding[] } {
  const cacheName = `${name} ${parsed.path}`;
  if (parsed.value === undefined || !namesFiles?.(parsed.value))
    return cache.reuse(cacheName, [parsed, ...inputs], () => read(parsed));
  const result = read(parsed);
  const fileState = dataHash([result.item && files?.(result.item), result.findings]);
  return cache.reuse(cacheName, [parsed, ...inputs, fileState], () => result);
}

/** A parsed file, or the object of the last build if neither it nor the files it references have changed. */
function parseItem<Value>(file: InspectedFile<Value>, cache: BuildCache): ReturnType<typeof readItem<Value>> {
  const name = `item ${file.path}`;
  // Without the file signature: a recently changed file gets one only later.
  const inputs = [file.file, file.contentHash, file.inspected];
  if (!referencesFiles(file.inspected)) return cache.reuse(name, inputs, () => readItem(file));
  const result = readItem(file);
  const { pictures, attachments } = result.item?.body ?? {};
  return cache.reuse(name, [...inputs, dataHash([pictures, attachments, result.findings])], () => result);
}
