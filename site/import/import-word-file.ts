import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileName } from '#site/scaffold/scaffold.ts';
import { isoDay, yearOf } from '#vietnamese/date.ts';
import { type AddNote, quoted } from './import-note.ts';
import { importText, parseHtml } from './import-text.ts';
import type { KnownNames } from './tree/article-parts.ts';
import { turnPicture } from './turn-picture.ts';
import { readWordFile } from './word/read-word-file.ts';
import type { ArticleFile } from './write-article.ts';

/** What an editor chose for the articles of an import. */
export interface ArticleChoices {
  readonly category: string;
  /** For a text that names none of the list. */
  readonly author: string;
  /** As it is written in the front matter, like "2026-11-24 08:30". */
  readonly date: string;
  readonly day: Date;
}

/** The draft of an article from a .docx. Throws a SettingsError that says what to do with another file. */
export async function importWordFile(
  file: string,
  names: KnownNames,
  { category, author, date, day }: ArticleChoices,
  addNote: AddNote,
): Promise<ArticleFile> {
  const { html, pictures } = await readWordFile(await readFile(file), turnPicture, addNote);
  const text = importText(parseHtml(html), names, addNote);
  const title = text.title ?? titleOfFile(file);
  if (text.title === undefined)
    addNote('to do', `không thấy tiêu đề, tạm lấy tên tệp ${quoted(title)} · sửa dòng title`);
  const files = new Map([...pictures].filter(([name]) => text.body.includes(name)));
  return {
    file: `articles/${yearOf(day)}/${fileName(title, day)}`,
    frontMatter: {
      ...{ title, date, author: text.author ?? author, category },
      ...{ id: `urn:uuid:${randomUUID()}`, draft: 'true' },
    },
    body: text.body,
    files,
  };
}

/** "Hội nghị tổng kết" of "Hoi_nghi-tong ket (1).docx" as well as its name allows. */
function titleOfFile(file: string): string {
  const name = basename(file, extname(file))
    .normalize('NFC')
    .replace(/[_-]+/g, ' ')
    .replace(/\s*\(\d+\)$/, '')
    .trim();
  return name === '' ? 'Bài chưa có tiêu đề' : name.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

/** The date of an import without one: today. */
export function defaultDate(now: Date): Pick<ArticleChoices, 'date' | 'day'> {
  return { date: isoDay(now), day: now };
}
