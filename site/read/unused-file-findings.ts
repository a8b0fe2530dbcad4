import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { allItems, contentKinds, type ItemsByKind } from '#news/content-kind.ts';
import { type Finding, finding, startOfFile } from '#site/finding.ts';
import { heicRemedy, siblingFolders } from './resolve-sibling.ts';
import { displayPath } from './source-file.ts';
import { looksLikeContent } from './stray-file-findings.ts';

const extensions = {
  text: /^\.(txt|docx?|odt|rtf|mdx|html?|pages|wps)$/,
  picture: /^\.(jpe?g|jfif|png|webp|avif|gif|hei[cf]|svg|bmp|tiff?)$/,
  download: /^\.(pdf|xlsx?|ods|csv|pptx?|odp|mp[34]|mov|zip|rar|7z)$/,
};

/** What a file is, by its extension; undefined for what editors seldom put into content/. */
function categoryOf(file: string): keyof typeof extensions | undefined {
  const extension = extname(file).toLowerCase();
  return (['text', 'picture', 'download'] as const).find((category) => extensions[category].test(extension));
}

/** Files that operating systems and Office programs put beside others. */
const systemFile = /^(~\$.*|~wrl\d+\.tmp|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r)$/i;

/** What is known of a content folder when all its items were read. */
interface ReadFolder {
  readonly contentDir: string;
  /** Every file, relative. */
  readonly files: readonly string[];
  readonly items: ItemsByKind;
  /** The paths of all Markdown files, readable or not. */
  readonly paths: readonly string[];
  /** The files that list files name. */
  readonly listPictures: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Findings for files that nothing reads and no item names. Where a Markdown file has an error, nothing is said of the
 * files beside and below it: it may be the one that names them.
 */
export function unusedFileFindings({ contentDir, files, items, paths, listPictures, findings }: ReadFolder): Finding[] {
  const used = new Set([...usedFiles(items), ...listPictures]);
  const unused = files
    .filter((name) => !looksLikeContent(name))
    .map((name) => ({ name, file: join(contentDir, name) }))
    .filter(({ name, file }) => !used.has(file) && isForEditors(name) && !isLinkedFolder(file));
  if (unused.length === 0) return [];
  const disguised = new Set(
    unused.filter(({ name, file }) => isInItemFolder(name) && isDisguisedItem(file)).map(({ file }) => file),
  );
  const unsettled = new Set([
    ...unreadPaths({ contentDir, items, paths, findings }).map(dirname),
    ...[...disguised].map((file) => dirname(displayPath(file))),
  ]);
  const inFolder = Map.groupBy(paths, dirname);
  return unused.flatMap(({ name, file }) => {
    const path = displayPath(file);
    const isDisguised = disguised.has(file);
    if (!isDisguised && parents(path).some((folder) => unsettled.has(folder))) return [];
    const remedy = isDisguised ? renameRemedy(name) : remedyFor(name, itemBeside(path, inFolder));
    return [finding(startOfFile(path), 'tep-khong-dung', wrongWith(name), remedy)];
  });
}

function usedFiles(items: ItemsByKind): Set<string> {
  return new Set([
    ...allItems(items).flatMap(({ files, body }) => [
      ...files.map(({ file }) => file),
      ...body.pictures.values(),
      ...body.attachments.values(),
    ]),
    ...items.articles.flatMap(({ cover }) => cover?.file ?? []),
  ]);
}

/** The Markdown files that have an error or are no item, and the ones that are not read because of their names. */
function unreadPaths({ contentDir, items, paths, findings }: Omit<ReadFolder, 'files' | 'listPictures'>): string[] {
  const read = new Set(allItems(items).map(({ path }) => path));
  const folders = contentKinds.map((folder) => `${displayPath(join(contentDir, folder))}/`);
  const wrong = findings.filter(
    ({ level, path }) =>
      level === 'error' && looksLikeContent(path) && folders.some((folder) => path.startsWith(folder)),
  );
  return [...paths.filter((path) => !read.has(path)), ...wrong.map(({ path }) => path)];
}

function isForEditors(name: string): boolean {
  if (systemFile.test(basename(name))) return false;
  return isInItemFolder(name) || categoryOf(name) !== undefined;
}

function isInItemFolder(name: string): boolean {
  return contentKinds.some((folder) => name.startsWith(`${folder}/`));
}

function isLinkedFolder(file: string): boolean {
  return lstatSync(file).isSymbolicLink() && statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Whether a file is an article under another name: MDX, or a text file that begins with front matter. */
function isDisguisedItem(file: string): boolean {
  if (/\.mdx$/i.test(file)) return true;
  return (
    /\.te?xt$/i.test(file) && lstatSync(file).isFile() && /^(\xEF\xBB\xBF)?---\s/.test(readFileSync(file, 'latin1'))
  );
}

function parents(path: string): string[] {
  const folder = dirname(path);
  return folder === dirname(folder) ? [folder] : [folder, ...parents(folder)];
}

/** The item that a file belongs to by its place: the one whose folder it is in, or the only one beside it. */
function itemBeside(path: string, inFolder: ReadonlyMap<string, readonly string[]>): string | undefined {
  for (const folder of parents(path)) {
    const owner = inFolder.get(dirname(folder))?.find((item) => siblingFolders(item)[1] === folder);
    if (owner) return owner;
  }
  const beside = inFolder.get(dirname(path)) ?? [];
  return beside.length === 1 ? beside[0] : undefined;
}

function wrongWith(name: string): string {
  const isText = categoryOf(name) === 'text';
  return isText ? `tệp “${basename(name)}” không được đọc` : `không có bài nào nhắc tới tệp “${basename(name)}”`;
}

function renameRemedy(name: string): string {
  return `đổi tên tệp thành “${basename(name, extname(name))}.md”`;
}

function remedyFor(name: string, item: string | undefined): string {
  const folders = `${contentKinds.slice(0, -1).join('/, ')}/ hoặc ${contentKinds.at(-1)}/`;
  const category = categoryOf(name);
  if (category === 'text') return 'chép chữ vào một tệp .md; muốn cho tải về thì ghi vào attachments của một bài';
  if (category === undefined) return 'không cần thì xóa tệp này';
  if (name.startsWith('leadership/')) return 'ghi tên tệp vào mục portrait của leadership.yaml, hoặc xóa tệp';
  if (name.startsWith('site/')) return 'ghi tên tệp vào mục logo hoặc icon của site.yaml, hoặc xóa tệp';
  if (!isInItemFolder(name)) return `để tệp cạnh bài dùng nó, trong ${folders}, hoặc xóa đi`;
  if (/\.hei[cf]$/i.test(name)) return heicRemedy;
  const noun = category === 'picture' ? 'ảnh' : 'tệp';
  const target = /[\s()<>]/.test(basename(name)) ? `<${basename(name)}>` : basename(name);
  const link = category === 'picture' ? `![mô tả ảnh](${target})` : `[tên tệp](${target})`;
  if (name.startsWith('documents/') && category === 'download')
    return `ghi tên tệp vào mục files của văn bản, hoặc xóa tệp`;
  return item === undefined
    ? `viết ${link} trong bài cần ${noun} này, hoặc xóa tệp`
    : `có phải là ${noun} của bài “${basename(item)}”? thì viết ${link} trong bài ấy; không cần thì xóa tệp`;
}
