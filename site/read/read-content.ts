import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { abbreviationList } from '#news/abbreviation.ts';
import type { Article } from '#news/article.ts';
import { authors } from '#news/author.ts';
import { categories } from '#news/category.ts';
import type { Document } from '#news/document.ts';
import type { Event } from '#news/event.ts';
import type { FrontMatter } from '#news/front-matter.ts';
import { itemFolders, type Kind } from '#news/kinds.ts';
import type { Content } from '#news/newsroom.ts';
import { organisation } from '#news/organisation.ts';
import type { Question } from '#news/question.ts';
import { says } from '#news/rule.ts';
import type { StandingPage } from '#news/standing-page.ts';
import { pinnedTags } from '#news/tags.ts';
import { knownWords } from '#news/words.ts';
import { filesIn } from '#site/cache/files-in.ts';
import { fingerprint } from '#site/cache/fingerprint.ts';
import { Memory } from '#site/cache/memory.ts';
import { type Finding, finding, type Place, startOf } from '#site/finding.ts';
import { type AllowNote, allowNotes } from './allow-notes.ts';
import { checkYaml } from './check-yaml.ts';
import { inspectFiles } from './inspect-files.ts';
import type { InspectedFile } from './inspect-in-turns.ts';
import { namesFiles } from './inspect-item.ts';
import { readArticle } from './read-article.ts';
import { readDocument } from './read-document.ts';
import { readEvent } from './read-event.ts';
import { type Item, readItem } from './read-item.ts';
import { readQuestion } from './read-question.ts';
import { readSnapshots, statisticsFolder } from './read-snapshots.ts';
import { readSource, shownPath } from './source-file.ts';
import { rightWords } from './word-findings.ts';

/** All of content/ as far as it is right, and everything its files say wrong one by one. */
export interface ReadContent {
  /** What could be read; undefined when one of the lists could not. */
  readonly content?: Content;
  /** The Markdown files, by path; those among them that could not be taken apart are not here. */
  readonly items: ReadonlyMap<string, Item<unknown>>;
  /** Every Markdown file, whether it could be read or not. */
  readonly paths: readonly string[];
  /** Where an entry of the menu stands in site.yaml. */
  readonly menuPlace: (index: number) => Place;
  readonly notes: readonly AllowNote[];
  readonly findings: readonly Finding[];
}

/** The one border: reads, checks and normalises all of a content folder. */
export async function readContent(contentDir: string, memory: Memory = Memory.empty()): Promise<ReadContent> {
  const findings: Finding[] = [];
  const notes: AllowNote[] = [];
  const places = new Map<string, (keys: readonly PropertyKey[]) => Place>();

  function readList<Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    optional = false,
  ): z.output<Schema> | undefined {
    const file = join(contentDir, name);
    if (!existsSync(file)) {
      if (optional) return schema.parse([]);
      const message = says('thieu-tep', `thiếu tệp ${name}`, 'tạo lại tệp này như trước');
      findings.push(finding(startOf(shownPath(file)), message));
      return undefined;
    }
    const { path, text, findings: faults } = readSource(file);
    findings.push(...faults);
    if (faults.some(({ level }) => level === 'error')) return undefined;
    const { value, findings: misfits, at } = checkYaml({ path, text, linesBefore: 0 }, schema);
    findings.push(...misfits);
    notes.push(...allowNotes(path, text));
    places.set(name, at);
    // A list that says the same is the very same to whatever is made of it.
    return memory.again(`list ${name}`, [fingerprint(value)], () => value);
  }

  const lists = {
    organisation: readList('site.yaml', organisation),
    authors: readList('authors.yaml', authors),
    categories: readList('categories.yaml', categories),
    pinnedTags: readList('tags.yaml', pinnedTags, true),
    words: readList('words.yaml', knownWords, true),
    abbreviations: readList('abbreviations.yaml', abbreviationList, true),
  };

  // What names files beside it is read each time; where they are what they were, it is the very same as last time.
  function again<Read>(name: string, of: readonly unknown[], read: Read, beside: (read: Read) => unknown): Read {
    return memory.again(name, [...of, fingerprint(beside(read))], () => read);
  }

  const files = [...filesIn(contentDir)].sort();
  const items = new Map<string, Item<unknown>>();
  const paths: string[] = [];
  const ofKind = (kind: Kind) =>
    files.filter((file) => file.startsWith(`${kind}/`) && file.endsWith('.md')).map((file) => join(contentDir, file));
  const inspected = await inspectFiles(
    itemFolders.flatMap((kind) => ofKind(kind).map((file) => ({ kind, file }))),
    lists.organisation && lists.words && rightWords(lists.organisation, lists.words),
    memory,
  );
  function readItems<Each extends Kind>(kind: Each): Item<FrontMatter<Each>>[] {
    return ofKind(kind).flatMap((file) => {
      // What the schema of its kind made of it.
      const each = inspected.get(file) as InspectedFile<FrontMatter<Each>> | undefined;
      if (!each) return [];
      const { path } = each;
      paths.push(path);
      // Not how the disk tells of it, which a file that changed lately gets only later.
      const of = [each.file, each.fingerprint, each.inspected];
      const read = () => readItem(each);
      const { item, findings: faults } = namesFiles(each.inspected)
        ? again(`item ${path}`, of, read(), ({ item, findings }) => [
            item?.body.pictures,
            item?.body.attachments,
            findings,
          ])
        : memory.again(`item ${path}`, of, read);
      findings.push(...faults);
      if (!item) return [];
      items.set(path, item);
      notes.push(...item.notes);
      return [item];
    });
  }

  const articles: Article[] = [];
  for (const item of readItems('articles')) {
    const { authors: signers, categories: sections } = lists;
    const read = () => readArticle(item, signers ?? [], sections ?? []);
    const { article, findings: faults } =
      item.value?.cover || item.value?.attachments.length
        ? again(`article ${item.path}`, [item, signers, sections], read(), ({ article, findings }) => [
            article?.cover,
            article?.attachments,
            findings,
          ])
        : memory.again(`article ${item.path}`, [item, signers, sections], read);
    // Without the lists every name would be unknown.
    if (lists.authors && lists.categories) findings.push(...faults);
    if (article) articles.push(article);
  }
  const questions: Question[] = [];
  for (const item of readItems('questions')) {
    const { question, findings: faults } = memory.again(`question ${item.path}`, [item], () => readQuestion(item));
    findings.push(...faults);
    if (question) questions.push(question);
  }
  const documents: Document[] = [];
  for (const item of readItems('documents')) {
    const { document, findings: faults } = again(
      `document ${item.path}`,
      [item],
      readDocument(item),
      ({ document, findings }) => [document?.files, findings],
    );
    findings.push(...faults);
    if (document) documents.push(document);
  }
  const events: Event[] = [];
  for (const item of readItems('events')) {
    const event = memory.again(`event ${item.path}`, [item], () => readEvent(item));
    if (event) events.push(event);
  }
  const pages: StandingPage[] = [];
  for (const { value, slug, path, body } of readItems('pages')) {
    if (!value || !slug) continue;
    const { title, description, draft } = value;
    pages.push({ path, slug, body, title, draft, ...(description && { description }) });
  }
  const { snapshots, findings: misread } = readSnapshots(contentDir);
  findings.push(...misread, ...strayFiles(contentDir, files));

  const { organisation: facts, authors: signers, categories: sections, pinnedTags: pins, words, abbreviations } = lists;
  return {
    items,
    paths,
    notes,
    findings,
    menuPlace: (index) =>
      places.get('site.yaml')?.(['menu', index, 'address']) ?? startOf(shownPath(join(contentDir, 'site.yaml'))),
    ...(facts &&
      signers &&
      sections &&
      pins &&
      words &&
      abbreviations && {
        content: {
          organisation: facts,
          authors: signers,
          categories: sections,
          pinnedTags: pins,
          words,
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

/** Files that look as if they were to be published but stand where, or are called as, nothing is read. */
function strayFiles(contentDir: string, files: readonly string[]): Finding[] {
  return files
    .filter((file) => /\.(md|MD|Md|markdown|mdown|md\.txt|yml|yaml|json)$/.test(file))
    .filter((file) => {
      const inFolder = itemFolders.some((each) => file.startsWith(`${each}/`));
      const isSnapshot = dirname(file) === statisticsFolder && file.endsWith('.json');
      return !listFiles.includes(file) && !(inFolder && file.endsWith('.md')) && !isSnapshot;
    })
    .map((file) => {
      return finding(
        startOf(shownPath(join(contentDir, file))),
        says('tep-la', `tệp “${basename(file)}” nằm ở đây thì không được đọc`, strayRemedy(file)),
      );
    });
}

function strayRemedy(file: string): string {
  if (file.endsWith('.json')) return 'xóa tệp này; số liệu của máy đếm thì để trong statistics/';
  if (/\.ya?ml$/.test(file)) return `các danh sách dùng được: ${listFiles.join(', ')}`;
  return `đổi tên thành ….md và để trong ${itemFolders.slice(0, -1).join('/, ')}/ hoặc ${itemFolders.at(-1)}/`;
}
