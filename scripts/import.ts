import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BuildCache } from '#site/cache/build-cache.ts';
import { checkAndFix } from '#site/check/check-and-fix.ts';
import { checkContent } from '#site/check/check-content.ts';
import { reportFindings } from '#site/check/report-findings.ts';
import type { ImportNote } from '#site/import/import-note.ts';
import { type ArticleChoices, importWordFile } from '#site/import/import-word-file.ts';
import { writeArticle } from '#site/import/write-article.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import { readContent } from '#site/read/read-content.ts';
import { displayPath } from '#site/read/source-file.ts';
import { chooseName } from '#site/scaffold/choose-name.ts';
import { readSettings, SettingsError } from '#site/settings.ts';
import { isoDay, parseVietnamDate } from '#vietnamese/date.ts';

const usage = `Cách dùng: npm run import -- bai.docx [bài nữa.docx | thư mục]… [--category "…"] [--author "…"] [--date 2026-11-24]
Mỗi tệp Word thành một bản nháp có ảnh ở cạnh; không tệp nào bị ghi đè.`;

function readOptions() {
  try {
    const string = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { category: string, author: string, date: string },
    });
    if (positionals.length === 0) throw new SettingsError(usage);
    const missing = positionals.find((path) => !existsSync(path));
    if (missing) throw new SettingsError(`Không thấy “${missing}”: kiểm tra lại tên tệp.`);
    return { ...values, paths: positionals };
  } catch (error) {
    throw error instanceof SettingsError ? error : new SettingsError(usage);
  }
}

/** Files of word processors; what is no .docx gets a sentence of its own. */
const wordExtensions = ['.docx', '.doc', '.rtf', '.odt', '.docm', '.dotx', '.pdf'];

/** The files that are named, and those of word processors in folders that are. */
async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (!statSync(path).isDirectory()) files.push(path);
    // Word keeps “~$bai.docx” beside a file that is open.
    else
      for (const name of (await readdir(path)).sort())
        if (wordExtensions.includes(extname(name).toLowerCase()) && !name.startsWith('~$'))
          files.push(join(path, name));
  }
  return files;
}

const headings: Readonly<Record<ImportNote['kind'], string>> = {
  changed: 'đã đổi',
  'left out': 'BỎ LẠI',
  'to do': 'cần xem',
};

async function importFiles(): Promise<void> {
  const options = readOptions();
  const settings = readSettings(process.env, new Date());
  const { content, paths } = await readContent(settings.contentDir);
  if (!content) throw new SettingsError('Các danh sách trong content/ đang có lỗi: chạy npm run check rồi sửa trước.');
  const day = options.date === undefined ? settings.now : parseVietnamDate(options.date);
  if (!day)
    throw new SettingsError(`--date “${options.date}” không phải là ngày: viết như 2026-11-24 hay "2026-11-24 08:30".`);
  const files = await filesOf(options.paths);
  if (files.length === 0) throw new SettingsError(`Không có tệp Word nào trong ${options.paths.join(', ')}.`);

  const isInteractive = process.stdin.isTTY;
  const choices: ArticleChoices = {
    category: await chooseName('chuyên mục', content.categories, options.category, isInteractive, usage),
    author: await chooseName('tác giả', content.authors, options.author, isInteractive, usage),
    date: options.date ?? isoDay(settings.now),
    day,
  };
  const { organisation } = content;
  const names = {
    authors: content.authors.map(({ name }) => name),
    properNames: [organisation.name, organisation.shortName, 'Việt Nam', 'Thái Bình'],
  };
  const slugs = new Map(paths.filter((path) => path.includes('/articles/')).map((path) => [fileSlug(path), path]));
  const written: string[] = [];
  for (const file of files) {
    const notes: ImportNote[] = [];
    try {
      const article = await importWordFile(file, names, choices, (kind, text) => notes.push({ kind, text }));
      const taken = slugs.get(fileSlug(article.file));
      if (taken)
        throw new SettingsError(`địa chỉ của bài đã là của ${taken}: đổi tiêu đề trong tệp Word, hoặc xóa bài kia.`);
      const [path = '', ...pictures] = await writeArticle(settings.contentDir, article, (kind, text) =>
        notes.push({ kind, text }),
      );
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
  if (written.length > 0) await checkWritten(written);
}

/** Applies to the new articles what has one meaning, and tells what is left. */
async function checkWritten(written: readonly string[]): Promise<void> {
  const settings = readSettings(process.env, new Date());
  const cache = BuildCache.open(settings, 'in-memory', {});
  const own = new Set(written.map((path) => resolve(path)));
  // Tags and domains are pinned by the editor, who knows them.
  const isOwn = ({ path }: { readonly path: string }) => own.has(resolve(path)) || own.has(`${resolve(path, '..')}.md`);
  const checked = await checkAndFix(
    () => checkContent(settings, cache),
    (finding) => isOwn(finding) && finding.edits !== undefined,
    ({ path, line, description }) => console.log(`  đã đổi ${displayPath(path)}:${line} · ${description}`),
  );
  console.log('');
  const findings = [...checked.errors, ...checked.draftErrors, ...checked.warnings].filter(isOwn);
  reportFindings(findings);
  const errors = findings.filter(({ level }) => level === 'error').length;
  console.log(`
${written.length} bản nháp, chưa ai thấy: ${errors > 0 ? `${errors} lỗi phải sửa trước khi đăng` : 'không có lỗi'}.
Việc tiếp theo: mở tệp, đọc lại một lượt; npm start để xem thử; xong thì xóa dòng “draft: true” rồi đăng.`);
}

await importFiles();
process.stdin.destroy();
