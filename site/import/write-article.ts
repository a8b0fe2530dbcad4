import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FrontMatter, markdownFile } from '#site/scaffold/scaffold.ts';
import { SettingsError } from '#site/settings.ts';
import type { AddNote } from './import-note.ts';
import { webPicture } from './web-picture.ts';

/** An article that an import makes. */
export interface ArticleFile {
  /** The path of the Markdown file inside content/. */
  readonly file: string;
  /** Without empty values. */
  readonly frontMatter: FrontMatter;
  readonly body: string;
  /** The bytes of its pictures and attachments, by their names in the body. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Writes an article, and its files into the folder with its name; returns the paths of all files. Throws a
 * SettingsError if one of them exists: nothing is ever overwritten.
 */
export async function writeArticle(
  contentDir: string,
  { file, frontMatter, body, files }: ArticleFile,
  addNote: AddNote,
): Promise<string[]> {
  const path = join(contentDir, file);
  const folder = path.replace(/\.md$/, '');
  for (const taken of [path, ...(files.size > 0 ? [folder] : [])])
    if (existsSync(taken)) throw new SettingsError(`đã có ${taken}: đổi tên hoặc xóa nó nếu muốn nhập lại.`);
  await mkdir(files.size > 0 ? folder : dirname(path), { recursive: true });
  const written: string[] = [];
  for (const [name, bytes] of files) {
    const isPicture = /\.(jpe?g|png|webp|gif|avif)$/.test(name);
    const picture = isPicture ? await webPicture(bytes) : bytes;
    if (!picture) {
      addNote('left out', `ảnh ${name} hỏng, không mở được · xin ảnh gốc`);
      continue;
    }
    const target = join(folder, name);
    await writeFile(target, picture, { flag: 'wx' });
    written.push(target);
  }
  await writeFile(path, markdownFile(frontMatter, body), { flag: 'wx' });
  return [path, ...written];
}
