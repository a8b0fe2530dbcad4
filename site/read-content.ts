import { existsSync } from 'node:fs';
import { glob, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { type Article, type Attachment, articleFrontMatter, type PictureUse } from '#news/article.ts';
import { type Author, authors } from '#news/author.ts';
import { type Category, categories } from '#news/category.ts';
import { says } from '#news/field.ts';
import type { Content } from '#news/newsroom.ts';
import { organisation } from '#news/organisation.ts';
import { permanentId } from '#news/permanent-id.ts';
import { type Question, questionFrontMatter } from '#news/question.ts';
import { type StandingPage, standingPageFrontMatter } from '#news/standing-page.ts';
import { nearest } from '#vietnamese/nearest.ts';
import { slug } from '#vietnamese/slug.ts';
import { type Checked, checkYaml } from './checked-yaml.ts';
import { byPlace, type Finding } from './finding.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type BodyFacts, inspectBody } from './markdown.ts';
import { readSource, shownPath } from './source-file.ts';

/** All of content/ as far as it is right, and everything there is to say about it. */
export interface ReadContent {
  /** Undefined when there is an error. */
  readonly content?: Content;
  readonly findings: readonly Finding[];
}

const pictureTypes = ['.jpg', '.jpeg', '.png', '.webp', '.avif'];

/** The one border: reads, checks and normalises all of a content folder. */
export async function readContent(contentDir: string): Promise<ReadContent> {
  const findings: Finding[] = [];
  const knownAuthors = (await readList(join(contentDir, 'authors.yaml'), authors, findings)) ?? [];
  const knownCategories = (await readList(join(contentDir, 'categories.yaml'), categories, findings)) ?? [];
  const site = await readList(join(contentDir, 'site.yaml'), organisation, findings);

  const articles: Article[] = [];
  for (const file of await markdownFiles(contentDir, 'articles')) {
    const item = await readItem(file, articleFrontMatter, findings);
    const article = item && (await makeArticle(item, knownAuthors, knownCategories, findings));
    if (article) articles.push(article);
  }
  const questions: Question[] = [];
  for (const file of await markdownFiles(contentDir, 'questions')) {
    const item = await readItem(file, questionFrontMatter, findings);
    if (item) questions.push(makeQuestion(item, findings));
  }
  const pages: StandingPage[] = [];
  for (const file of await markdownFiles(contentDir, 'pages')) {
    const item = await readItem(file, standingPageFrontMatter, findings);
    if (item)
      pages.push({
        path: item.path,
        slug: item.slug,
        body: item.body,
        bodyLine: item.bodyLine,
        ...defined(item.value),
      });
  }

  findings.sort(byPlace);
  if (!site || findings.some(({ level }) => level === 'error')) return { findings };
  return {
    findings,
    content: { organisation: site, categories: knownCategories, authors: knownAuthors, articles, questions, pages },
  };
}

async function markdownFiles(contentDir: string, kind: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob('**/*.md', { cwd: join(contentDir, kind) })) files.push(join(contentDir, kind, file));
  return files.sort();
}

async function readList<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  findings: Finding[],
): Promise<z.output<Schema> | undefined> {
  if (!existsSync(file)) {
    const message = says(`thiếu tệp ${basename(file)}`, 'tạo lại tệp này, xem mẫu trong docs/bien-tap.md');
    findings.push({ level: 'error', path: shownPath(file), line: 1, column: 1, message });
    return undefined;
  }
  const source = await readSource(file);
  const { value, findings: found } = checkYaml({ path: source.path, text: source.text, linesBefore: 0 }, schema);
  findings.push(...source.findings, ...found);
  return value;
}

/** A Markdown file whose front matter fits its schema. */
interface Item<Value> {
  readonly file: string;
  readonly path: string;
  readonly slug: string;
  readonly value: Value;
  readonly body: string;
  readonly bodyLine: number;
  readonly facts: BodyFacts;
  readonly at: Checked<Value>['at'];
  readonly inBody: (line: number, message: string) => Finding;
}

async function readItem<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  findings: Finding[],
): Promise<Item<z.output<Schema>> | undefined> {
  const source = await readSource(file);
  findings.push(...source.findings);
  if (source.findings.some(({ level }) => level === 'error')) return undefined;
  const split = splitFrontMatter(source);
  if ('finding' in split) {
    findings.push(split.finding);
    return undefined;
  }
  const { value, findings: found, at } = checkYaml(split.block, schema);
  const facts = inspectBody(split.body);
  const inBody = (line: number, message: string): Finding => ({
    level: 'error',
    path: source.path,
    line: line + split.bodyLine - 1,
    column: 1,
    message,
  });
  findings.push(...found, ...facts.faults.map(({ line, message }) => inBody(line, message)));

  const named = basename(file) === 'index.md' ? basename(dirname(file)) : basename(file, '.md');
  const itemSlug = slug(named.replace(/^\d{4}-\d{2}-\d{2}-/, ''));
  if (!itemSlug)
    findings.push(at([], says('tên tệp không có chữ nào để làm địa chỉ', 'đặt tên như 2018-06-20-tieu-de-bai.md')));
  for (const mention of facts.pictures) {
    if (!mention.alt)
      findings.push(
        inBody(mention.line, says(`ảnh “${mention.src}” chưa có mô tả`, `viết ![Trong ảnh có gì](${mention.src})`)),
      );
    const picture = besideOf(file, mention.src);
    if (!picture) findings.push(inBody(mention.line, missingPicture(mention.src)));
  }
  if (value === undefined) return undefined;
  return {
    file,
    path: source.path,
    slug: itemSlug,
    value,
    body: split.body,
    bodyLine: split.bodyLine,
    facts,
    at,
    inBody,
  };
}

function missingPicture(name: string): string {
  return pictureTypes.includes(extname(name).toLowerCase())
    ? says(`không thấy ảnh “${name}”`, 'chép tệp ảnh vào cạnh bài, tên viết đúng từng chữ')
    : says(`“${name}” không phải là ảnh dùng được`, `dùng ảnh ${pictureTypes.join(', ')} nằm cạnh bài`);
}

/** The file an article names: beside it, or in the folder called like it. */
export function besideOf(file: string, name: string): string | undefined {
  if (/^[a-z]+:|^\/|(^|[\\/])\.\.([\\/]|$)/i.test(name)) return undefined;
  const decoded = name.includes('%') ? decodeURIComponentSafely(name) : name;
  const places = [resolve(dirname(file), decoded), resolve(dirname(file), basename(file, '.md'), decoded)];
  return places.find((place) => existsSync(place));
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function makeArticle(
  item: Item<z.output<typeof articleFrontMatter>>,
  knownAuthors: readonly Author[],
  knownCategories: readonly Category[],
  findings: Finding[],
): Promise<Article | undefined> {
  const { value, at } = item;
  const author = knownAuthors.find(({ name }) => name === value.author);
  if (!author) findings.push(at(['author'], unknownName('tác giả', value.author, knownAuthors, 'authors.yaml')));
  const category = knownCategories.find(({ name }) => name === value.category);
  if (!category)
    findings.push(at(['category'], unknownName('chuyên mục', value.category, knownCategories, 'categories.yaml')));
  const lead = value.description ?? item.facts.firstParagraph;
  if (!lead)
    findings.push(
      item.inBody(1, says('bài chưa có lời dẫn', 'thêm dòng “description: …”, hoặc mở đầu bài bằng một đoạn văn')),
    );

  let cover: PictureUse | undefined;
  if (value.cover && value.coverAlt) {
    const file = besideOf(item.file, value.cover);
    if (!file || !pictureTypes.includes(extname(file).toLowerCase()))
      findings.push(at(['cover'], missingPicture(value.cover)));
    else cover = { file, alt: value.coverAlt, ...(value.coverCaption && { caption: value.coverCaption }) };
  }
  const attachments: Attachment[] = [];
  for (const [index, { file: name, title }] of value.attachments.entries()) {
    const file = besideOf(item.file, name);
    if (!file)
      findings.push(
        at(
          ['attachments', index, 'file'],
          says(`không thấy tệp đính kèm “${name}”`, 'chép tệp vào cạnh bài, tên viết đúng từng chữ'),
        ),
      );
    else attachments.push({ file, title, bytes: (await stat(file)).size });
  }
  if (!author || !category || !lead) return undefined;
  return {
    path: item.path,
    slug: item.slug,
    id: value.id ?? permanentId(item.slug),
    title: value.title,
    date: value.date,
    author,
    category,
    lead,
    leadFromBody: value.description === undefined,
    tags: value.tags,
    attachments,
    draft: value.draft,
    body: item.body,
    bodyLine: item.bodyLine,
    ...(cover && { cover }),
    ...(value.source && { source: { name: value.source, ...(value.sourceUrl && { url: value.sourceUrl }) } }),
    ...(value.updated && { updated: value.updated }),
    ...(value.correction && { correction: value.correction }),
    ...(value.expires && { expires: value.expires }),
  };
}

function unknownName(kind: string, written: string, known: readonly { name: string }[], file: string): string {
  const names = known.map(({ name }) => name);
  const near = nearest(written, names);
  return says(
    `không có ${kind} “${written}”`,
    near ? `có phải là “${near}”?` : `dùng một tên trong ${file}: ${names.join(', ')}`,
  );
}

function makeQuestion(item: Item<z.output<typeof questionFrontMatter>>, findings: Finding[]): Question {
  const { title, date, asker, question, answeredBy, answered, draft } = item.value;
  const hasAnswer = item.body.trim() !== '';
  if (answered && !hasAnswer)
    findings.push(item.inBody(1, says('có ngày trả lời nhưng chưa có câu trả lời', 'viết câu trả lời dưới dòng ---')));
  if (!answered && hasAnswer)
    findings.push(
      item.inBody(
        1,
        says(
          'có câu trả lời nhưng chưa nói ai trả lời, ngày nào',
          'thêm hai dòng “answeredBy: …” và “answered: năm-tháng-ngày”',
        ),
      ),
    );
  return {
    path: item.path,
    slug: item.slug,
    title,
    date,
    draft,
    body: item.body,
    bodyLine: item.bodyLine,
    ...(asker && { asker }),
    ...(question && { text: question }),
    ...(answeredBy && answered && { answer: { by: answeredBy, date: answered } }),
  };
}

/** The same object without the keys that hold undefined. */
function defined(
  value: z.output<typeof standingPageFrontMatter>,
): Pick<StandingPage, 'title' | 'description' | 'draft'> {
  const { title, description, draft } = value;
  return { title, draft, ...(description && { description }) };
}
