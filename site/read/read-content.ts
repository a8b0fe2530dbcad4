import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { abbreviationsSchema } from '#news/abbreviation.ts';
import type { Article } from '#news/article.ts';
import { authorsSchema } from '#news/author.ts';
import { categoriesSchema } from '#news/category.ts';
import { type ContentKind, itemFolders } from '#news/content-kind.ts';
import type { Document } from '#news/document.ts';
import type { Event } from '#news/event.ts';
import type { FrontMatter } from '#news/front-matter.ts';
import { knownWordsSchema } from '#news/known-words.ts';
import { organisationSchema } from '#news/organisation.ts';
import type { Question } from '#news/question.ts';
import type { StandingPage } from '#news/standing-page.ts';
import { pinnedTagsSchema } from '#news/tags.ts';
import type { Content } from '#news/visible-content.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { dataHash } from '#site/cache/data-hash.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { type Finding, finding, type SourceLocation, startOfFile } from '#site/finding.ts';
import { checkYaml } from './check-yaml.ts';
import { inspectFiles } from './inspect-files.ts';
import type { InspectedFile } from './inspect-from-queue.ts';
import { referencesFiles } from './inspect-item.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import { readArticle } from './read-article.ts';
import { readDocument } from './read-document.ts';
import { readEvent } from './read-event.ts';
import { type ParsedItem, readItem } from './read-item.ts';
import { readQuestion } from './read-question.ts';
import { readSnapshots, statisticsFolder } from './read-snapshots.ts';
import { displayPath, readSource } from './source-file.ts';
import { findSuppressions, type Suppression } from './suppression.ts';
import { acceptedWords } from './word-findings.ts';

/** The valid part of content/, and the findings in its individual files. */
export interface ReadContentResult {
  /** The valid items; undefined if one of the list files is invalid. */
  readonly content?: Content;
  /** The Markdown files by path, without those whose front matter and body could not be split. */
  readonly items: ReadonlyMap<string, ParsedItem<unknown>>;
  /** The paths of all Markdown files, readable or not. */
  readonly paths: readonly string[];
  /** The location of a menu entry in site.yaml. */
  readonly locateMenuEntry: (index: number) => SourceLocation;
  readonly suppressions: readonly Suppression[];
  readonly findings: readonly Finding[];
}

/** Reads, checks and normalises a whole content folder: the single entry point for content. */
export async function readContent(
  contentDir: string,
  cache: BuildCache = BuildCache.inMemory(),
): Promise<ReadContentResult> {
  const findings: Finding[] = [];
  const suppressions: Suppression[] = [];
  const locators = new Map<string, (keys: readonly PropertyKey[]) => SourceLocation>();

  function readList<Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    optional = false,
  ): z.output<Schema> | undefined {
    const file = join(contentDir, name);
    if (!existsSync(file)) {
      if (optional) return schema.parse([]);
      const location = startOfFile(displayPath(file));
      findings.push(finding(location, 'thieu-tep', `thiếu tệp ${name}`, 'tạo lại tệp này như trước'));
      return undefined;
    }
    const { path, text, findings: fileFindings } = readSource(file);
    findings.push(...fileFindings);
    if (fileFindings.some(({ level }) => level === 'error')) return undefined;
    const { value, findings: yamlFindings, locate } = checkYaml({ path, text, linesBefore: 0 }, schema);
    findings.push(...yamlFindings);
    suppressions.push(...findSuppressions(path, text));
    locators.set(name, locate);
    // Equal lists are the same object, so that results derived from them can be reused.
    return cache.reuse(`list ${name}`, [dataHash(value)], () => value);
  }

  const lists = {
    organisation: readList('site.yaml', organisationSchema),
    authors: readList('authors.yaml', authorsSchema),
    categories: readList('categories.yaml', categoriesSchema),
    pinnedTags: readList('tags.yaml', pinnedTagsSchema, true),
    words: readList('words.yaml', knownWordsSchema, true),
    abbreviations: readList('abbreviations.yaml', abbreviationsSchema, true),
  };

  // What references files is read every time; if those files are unchanged, the object of the last build is returned.
  function reuseIfSameFiles<Result>(
    name: string,
    inputs: readonly unknown[],
    result: Result,
    referencedFiles: (result: Result) => unknown,
  ): Result {
    return cache.reuse(name, [...inputs, dataHash(referencedFiles(result))], () => result);
  }

  const files = [...filesIn(contentDir)].sort();
  const items = new Map<string, ParsedItem<unknown>>();
  const paths: string[] = [];
  const filesOfKind = (kind: ContentKind) =>
    files.filter((file) => file.startsWith(`${kind}/`) && file.endsWith('.md')).map((file) => join(contentDir, file));
  const inspected = await inspectFiles(
    itemFolders.flatMap((kind) => filesOfKind(kind).map((file) => ({ kind, file }))),
    lists.organisation && lists.words && acceptedWords(lists.organisation, lists.words),
    cache,
  );
  function readItems<Each extends ContentKind>(kind: Each): ParsedItem<FrontMatter<Each>>[] {
    return filesOfKind(kind).flatMap((file) => {
      // The file was parsed with the schema of its kind.
      const inspectedFile = inspected.get(file) as InspectedFile<FrontMatter<Each>> | undefined;
      if (!inspectedFile) return [];
      const { path } = inspectedFile;
      paths.push(path);
      // Without the file signature: a recently changed file gets one only later.
      const inputs = [inspectedFile.file, inspectedFile.contentHash, inspectedFile.inspected];
      const read = () => readItem(inspectedFile);
      const { item, findings: itemFindings } = referencesFiles(inspectedFile.inspected)
        ? reuseIfSameFiles(`item ${path}`, inputs, read(), ({ item, findings }) => [
            item?.body.pictures,
            item?.body.attachments,
            findings,
          ])
        : cache.reuse(`item ${path}`, inputs, read);
      findings.push(...itemFindings);
      if (!item) return [];
      items.set(path, item);
      suppressions.push(...item.suppressions);
      return [item];
    });
  }

  const articles: Article[] = [];
  for (const item of readItems('articles')) {
    const { authors: authorList, categories: categoryList } = lists;
    const read = () => readArticle(item, authorList ?? [], categoryList ?? []);
    const { article, findings: articleFindings } =
      item.value?.cover || item.value?.attachments.length
        ? reuseIfSameFiles(
            `article ${item.path}`,
            [item, authorList, categoryList],
            read(),
            ({ article, findings }) => [article?.cover, article?.attachments, findings],
          )
        : cache.reuse(`article ${item.path}`, [item, authorList, categoryList], read);
    // Without the lists every name would be unknown.
    if (lists.authors && lists.categories) findings.push(...articleFindings);
    if (article) articles.push(article);
  }
  const questions: Question[] = [];
  for (const item of readItems('questions')) {
    const { question, findings: questionFindings } = cache.reuse(`question ${item.path}`, [item], () =>
      readQuestion(item),
    );
    findings.push(...questionFindings);
    if (question) questions.push(question);
  }
  const documents: Document[] = [];
  for (const item of readItems('documents')) {
    const { document, findings: documentFindings } = reuseIfSameFiles(
      `document ${item.path}`,
      [item],
      readDocument(item),
      ({ document, findings }) => [document?.files, findings],
    );
    findings.push(...documentFindings);
    if (document) documents.push(document);
  }
  const events: Event[] = [];
  for (const item of readItems('events')) {
    const event = cache.reuse(`event ${item.path}`, [item], () => readEvent(item));
    if (event) events.push(event);
  }
  const pages: StandingPage[] = [];
  for (const { value, slug, path, body } of readItems('pages')) {
    if (!value || !slug) continue;
    const { title, description, draft, ...rest } = value;
    rest satisfies NoMoreFields;
    pages.push({ path, slug, body, title, draft, ...(description && { description }) });
  }
  const { snapshots, findings: snapshotFindings } = readSnapshots(contentDir);
  findings.push(...snapshotFindings, ...strayFiles(contentDir, files));

  const {
    organisation: site,
    authors: authorList,
    categories: categoryList,
    pinnedTags: pins,
    words,
    abbreviations,
  } = lists;
  return {
    items,
    paths,
    suppressions,
    findings,
    locateMenuEntry: (index) =>
      locators.get('site.yaml')?.(['menu', index, 'address']) ??
      startOfFile(displayPath(join(contentDir, 'site.yaml'))),
    ...(site &&
      authorList &&
      categoryList &&
      pins &&
      words &&
      abbreviations && {
        content: {
          organisation: site,
          authors: authorList,
          categories: categoryList,
          pinnedTags: pins,
          knownWords: words,
          abbreviations,
          articles,
          questions,
          documents,
          events,
          pages,
          snapshots,
        },
      }),
  };
}

const listFiles = [
  ...['site.yaml', 'authors.yaml', 'categories.yaml'],
  ...['tags.yaml', 'words.yaml', 'abbreviations.yaml'],
];

/** Findings for files that look like content but are ignored because of their folder or name. */
function strayFiles(contentDir: string, files: readonly string[]): Finding[] {
  return files
    .filter((file) => /\.(md|MD|Md|markdown|mdown|md\.txt|yml|yaml|json)$/.test(file))
    .filter((file) => {
      const inFolder = itemFolders.some((folder) => file.startsWith(`${folder}/`));
      const isSnapshot = dirname(file) === statisticsFolder && file.endsWith('.json');
      return !listFiles.includes(file) && !(inFolder && file.endsWith('.md')) && !isSnapshot;
    })
    .map((file) => {
      return finding(
        startOfFile(displayPath(join(contentDir, file))),
        'tep-la',
        `tệp “${basename(file)}” nằm ở đây thì không được đọc`,
        strayRemedy(file),
      );
    });
}

function strayRemedy(file: string): string {
  if (file.endsWith('.json')) return 'xóa tệp này; số liệu của máy đếm thì để trong statistics/';
  if (/\.ya?ml$/.test(file)) return `các danh sách dùng được: ${listFiles.join(', ')}`;
  return `đổi tên thành ….md và để trong ${itemFolders.slice(0, -1).join('/, ')}/ hoặc ${itemFolders.at(-1)}/`;
}
