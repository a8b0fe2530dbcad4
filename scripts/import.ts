import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import type { Content } from '#news/visible-content.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { checkAndFix } from '#site/check/check-and-fix.ts';
import { type CheckedContent, checkContent } from '#site/check/check-content.ts';
import { reportFindings } from '#site/check/report-findings.ts';
import type { Finding } from '#site/finding.ts';
import type { ImportNote } from '#site/import/import-note.ts';
import { importWordFile } from '#site/import/import-word-file.ts';
import { knownNames } from '#site/import/known-names.ts';
import { importOldArticle } from '#site/import/old-site/import-old-article.ts';
import { importReport, planSummary, type ReportedArticle } from '#site/import/old-site/import-report.ts';
import type { OldSite } from '#site/import/old-site/old-article.ts';
import { newAddresses, planImport } from '#site/import/old-site/plan-import.ts';
import { readJsonLines } from '#site/import/old-site/read-json-lines.ts';
import { readSavedPages, savedPages } from '#site/import/old-site/read-saved-pages.ts';
import { visitsOf } from '#site/import/old-site/visits-of.ts';
import { writeArticle } from '#site/import/write-article.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import { readContent } from '#site/read/read-content.ts';
import { displayPath } from '#site/read/source-file.ts';
import { chooseName } from '#site/scaffold/choose-name.ts';
import { readSettings, SettingsError } from '#site/settings.ts';
import { isoDay, parseVietnamDate } from '#vietnamese/date.ts';

const usage = `Cách dùng: npm run import -- bai.docx [bài nữa.docx | thư mục]… [--category "…"] [--author "…"] [--date 2026-11-24]
           mỗi tệp Word thành một bản nháp có ảnh ở cạnh; không tệp nào bị ghi đè
       npm run import -- thư-mục-trang-cũ | bai.jsonl [--body "#noi-dung"] [--categories cu-moi.yaml] [--category "…"]
           [--author "…"] [--date ngày-của-trang-không-ghi-ngày] [--write]    xem thử sẽ nhập những gì; thêm --write mới ghi (docs/dua-trang-cu-ve.md)`;

function readOptions() {
  try {
    const string = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ category: string, author: string, date: string, body: string, categories: string },
        write: { type: 'boolean' },
      },
    });
    if (positionals.length === 0) throw new SettingsError(usage);
    const missing = [...positionals, ...(values.categories ? [values.categories] : [])].find(
      (path) => !existsSync(path),
    );
    if (missing) throw new SettingsError(`Không thấy “${missing}”: kiểm tra lại tên tệp.`);
    if (values.date !== undefined && !parseVietnamDate(values.date))
      throw new SettingsError(
        `--date “${values.date}” không phải là ngày: viết như 2026-11-24 hay "2026-11-24 08:30".`,
      );
    return { ...values, paths: positionals };
  } catch (error) {
    throw error instanceof SettingsError ? error : new SettingsError(usage);
  }
}

const options = readOptions();
const settings = readSettings(process.env, new Date());

/** Files of word processors; what is no .docx gets a sentence of its own. */
const wordExtensions = ['.docx', '.doc', '.rtf', '.odt', '.docm', '.dotx', '.pdf'];

/** The files of word processors in a folder. */
async function wordFilesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => wordExtensions.includes(extname(name).toLowerCase()));
  // Word keeps “~$bai.docx” beside a file that is open.
  const closed = names.filter((name) => !name.startsWith('~$')).sort();
  return closed.map((name) => join(folder, name));
}

/** The files that are named, and those of word processors in folders that are. */
async function wordFiles(): Promise<string[]> {
  const files = await Promise.all(
    options.paths.map(async (path) => (statSync(path).isDirectory() ? wordFilesIn(path) : [path])),
  );
  if (files.flat().length === 0)
    throw new SettingsError(`Không có tệp Word hay trang nào trong ${options.paths.join(', ')}.`);
  return files.flat();
}

const headings: Readonly<Record<ImportNote['kind'], string>> = {
  changed: 'đã đổi',
  'left out': 'BỎ LẠI',
  'to do': 'cần xem',
};

async function importWordFiles(content: Content, paths: readonly string[]): Promise<void> {
  const day = options.date === undefined ? settings.now : (parseVietnamDate(options.date) ?? settings.now);
  const files = await wordFiles();
  const isInteractive = process.stdin.isTTY;
  const choices = {
    category: await chooseName('chuyên mục', content.categories, options.category, isInteractive, usage),
    author: await chooseName('tác giả', content.authors, options.author, isInteractive, usage),
    date: options.date ?? isoDay(settings.now),
    day,
  };
  const names = knownNames(content.organisation, content.authors);
  const slugs = new Map(articlesIn(paths).map((path) => [fileSlug(path), path]));
  const written: string[] = [];
  for (const file of files) {
    const notes: ImportNote[] = [];
    const addNote = (kind: ImportNote['kind'], text: string) => void notes.push({ kind, text });
    try {
      const article = await importWordFile(file, names, choices, addNote);
      const taken = slugs.get(fileSlug(article.file));
      if (taken)
        throw new SettingsError(`địa chỉ của bài đã là của ${taken}: đổi tiêu đề trong tệp Word, hoặc xóa bài kia.`);
      const [path = '', ...pictures] = await writeArticle(settings.contentDir, article, addNote);
      slugs.set(fileSlug(path), displayPath(path));
      written.push(path);
      console.log(`\n${basename(file)} → ${displayPath(path)}${pictures.length > 0 ? `, ${pictures.length} ảnh` : ''}`);
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      process.exitCode = 1;
      console.log(`\n${basename(file)} chưa nhập: ${error.message}`);
      continue;
    }
    for (const { kind, text } of notes) console.log(`  ${headings[kind]}: ${text}`);
  }
  if (written.length === 0) return;
  const findings = await checkWritten(written, ({ path, line, description }) =>
    console.log(`  đã đổi ${displayPath(path)}:${line} · ${description}`),
  );
  console.log('');
  reportFindings(findings);
  const errors = findings.filter(({ level }) => level === 'error').length;
  console.log(`
${written.length} bản nháp, chưa ai thấy: ${errors > 0 ? `${errors} lỗi phải sửa trước khi đăng` : 'không có lỗi'}.
Việc tiếp theo: mở tệp, đọc lại một lượt; npm start để xem thử; xong thì xóa dòng “draft: true” rồi đăng.`);
}

function articlesIn(paths: readonly string[]): string[] {
  return paths.filter((path) => path.includes('/articles/'));
}

/** Applies to new articles what has one meaning, and returns what is left; tags and domains are pinned by editors. */
async function checkWritten(
  written: readonly string[],
  tell: (fix: { readonly path: string; readonly line: number; readonly description: string }) => void,
): Promise<Finding[]> {
  const cache = BuildCache.open(settings, 'in-memory', {});
  const own = new Set(written.map((path) => resolve(path)));
  const isOwn = ({ path }: Finding) => own.has(resolve(path)) || own.has(`${resolve(path, '..')}.md`);
  const { errors, draftErrors, warnings }: CheckedContent = await checkAndFix(
    () => checkContent(settings, cache, { findsDuplicates: true }),
    (found) => isOwn(found) && found.edits !== undefined,
    tell,
  );
  return [...errors, ...draftErrors, ...warnings].filter(isOwn);
}

/** The old site that the paths mean; undefined if they are files of word processors. */
async function readOldSite(): Promise<OldSite | undefined> {
  const [path = '', ...others] = options.paths;
  const site = await readOldSiteAt(path);
  if (site && others.length > 0)
    throw new SettingsError(`Trang cũ thì nhập từng thư mục, từng tệp một: ${others.join(', ')} để lần sau.`);
  return site;
}

async function readOldSiteAt(path: string): Promise<OldSite | undefined> {
  if (extname(path).toLowerCase() === '.jsonl') return readJsonLines(path);
  const isFolder = statSync(path).isDirectory();
  const pages = isFolder ? savedPages(path) : /\.html?$/i.test(path) ? [path] : [];
  return pages.length > 0
    ? readSavedPages(isFolder ? path : join(path, '..'), pages, options.body, options.date)
    : undefined;
}

/** Where the report is written, in the folder where the command runs. */
const [reportFile, visitsFile] = ['import-bao-cao.md', 'import-luot-xem.json'];

async function importOldSite(site: OldSite, content: Content, paths: readonly string[]): Promise<void> {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  const categories = names(content.categories);
  const plan = planImport(site, {
    ...{ categories, authors: names(content.authors) },
    categoryMap: await readCategoryMap(categories),
    category: options.category && (await chooseName('chuyên mục', content.categories, options.category, false, usage)),
    author: await chooseName('tác giả', content.authors, options.author, process.stdin.isTTY, usage),
    ids: await writtenIds(articlesIn(paths)),
    slugs: new Set(articlesIn(paths).map(fileSlug)),
  });
  const addresses = newAddresses(plan.planned);
  const reported: ReportedArticle[] = [];
  const written: string[] = [];
  for (const planned of plan.planned) {
    const notes: ImportNote[] = [];
    const addNote = (kind: ImportNote['kind'], text: string) => void notes.push({ kind, text });
    const article = importOldArticle(planned, site, addresses, addNote);
    if (options.write) written.push((await writeArticle(settings.contentDir, article, addNote))[0] ?? '');
    reported.push({ planned, notes });
  }
  const visits = visitsOf(plan.planned);
  await writeFile(reportFile, importReport(options.paths.join(', '), plan, reported));
  if (visits && options.write) await writeFile(visitsFile, visits);
  console.log(`${planSummary(plan).join('\n')}\nTừng bài: ${reportFile}`);
  const word = (await wordFilesIn(site.folder)).filter((file) => /\.docx$/i.test(file));
  if (word.length > 0)
    console.log(
      `  tệp Word cạnh các trang không nhập, muốn nhập thì ghi tên từng tệp: ${word.map((file) => basename(file)).join(', ')}`,
    );
  for (const name of plan.unplacedCategories.keys())
    console.log(`  chuyên mục cũ “${name}” chưa có chỗ: thêm vào tệp --categories, hoặc chọn --category cho tất cả`);
  if (!options.write) {
    console.log('Chưa ghi gì vào content/: đọc báo cáo, rồi chạy lại với --write.');
    return;
  }
  if (written.length > 0) reportFindings(await checkWritten(written, () => {}));
  console.log(
    `\n${written.length} bản nháp trong content/articles, chưa ai thấy.${visits ? ` Lượt xem cũ: npm run counter:import -- ${visitsFile}` : ''}`,
  );
}

/** The permanent ids that files have, also those with errors. */
async function writtenIds(paths: readonly string[]): Promise<Set<string>> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return new Set(texts.flatMap((text) => /^id: *["']?(urn:uuid:[\da-f-]+)/m.exec(text)?.[1] ?? []));
}

/** The file of --categories: the name of a category of this site for each name of the old one. */
async function readCategoryMap(known: readonly string[]): Promise<Readonly<Record<string, string>>> {
  if (!options.categories) return {};
  const map: unknown = parse(await readFile(options.categories, 'utf8'), { schema: 'failsafe' });
  if (typeof map !== 'object' || map === null || Array.isArray(map))
    throw new SettingsError(`${options.categories}: mỗi dòng viết “Tên cũ: Tên mới”.`);
  for (const [old, name] of Object.entries(map))
    if (!known.includes(name))
      throw new SettingsError(
        `${options.categories}: “${old}: ${name}”, mà trang không có chuyên mục “${name}”; có ${known.join(', ')}.`,
      );
  return map as Readonly<Record<string, string>>;
}

async function importAll(): Promise<void> {
  const { content, paths } = await readContent(settings.contentDir);
  if (!content) throw new SettingsError('Các danh sách trong content/ đang có lỗi: chạy npm run check rồi sửa trước.');
  const site = await readOldSite();
  if (site) await importOldSite(site, content, paths);
  else await importWordFiles(content, paths);
}

await importAll();
