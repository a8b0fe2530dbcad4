import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { toString as textOf } from 'hast-util-to-string';
import { z } from 'zod';
import { parseHtml } from '../import-text.ts';
import { lineOf } from '../tree/blocks.ts';
import type { OldArticle, OldSite, Skipped } from './old-article.ts';
import { pageDate } from './page-date.ts';
import { hostOf, oldUrlOf } from './read-page.ts';
import { lostShortcodes, wordPressHtml } from './wordpress-text.ts';

const text = z.string().trim();

/** A line of an export of an old site's database. */
const lineSchema = z.strictObject({
  title: text.min(1),
  date: text.min(1),
  html: text.min(1),
  author: text.optional(),
  category: text.optional(),
  lead: text.optional(),
  oldUrls: z.array(text).min(1),
  cover: text.optional(),
  coverCaption: text.optional(),
  source: text.optional(),
  hits: z.int().nonnegative().optional(),
});

/** The articles of a file with one JSON object in each line. */
export async function readJsonLines(file: string): Promise<OldSite> {
  const skipped: Skipped[] = [];
  const lines = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
  const hosts = new Set<string>();
  const articles = lines.flatMap((line, index): OldArticle[] => {
    if (line.trim() === '') return [];
    const place = `dòng ${index + 1}`;
    const article = parseLine(line, hosts);
    if (typeof article === 'string') {
      skipped.push({ place, reason: article });
      return [];
    }
    return [{ ...article, place, file }];
  });
  return { articles, skipped, folder: dirname(file), hosts };
}

/** The article of a line, or why it is none; adds the hosts of its addresses. */
function parseLine(line: string, hosts: Set<string>): Omit<OldArticle, 'place' | 'file'> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'không phải là JSON';
  }
  const parsed = lineSchema.safeParse(withoutEmptyValues(value));
  if (!parsed.success) return parsed.error.issues.map(issueText).join('; ');
  const { html, date: dateText, oldUrls, ...rest } = parsed.data;
  const date = pageDate(dateText, false);
  if (date === undefined) return `date: “${dateText.slice(0, 60)}” không phải là ngày, viết như 2015-12-25 08:30`;
  const urls = oldUrls.map(oldUrlOf);
  if (urls.includes(undefined)) return 'oldUrls: mỗi địa chỉ viết như /Default.aspx?id=5';
  for (const host of oldUrls.map(hostOf)) if (host) hosts.add(host);
  const lost = lostShortcodes(html);
  return {
    ...plainTexts(rest),
    ...(rest.hits !== undefined && { hits: rest.hits }),
    ...(lost.length > 0 && { lost }),
    date,
    oldUrls: urls.filter((url) => url !== undefined),
    html: wordPressHtml(decodedHtml(html)),
  };
}

type Texts = Pick<OldArticle, 'title' | 'author' | 'category' | 'lead' | 'cover' | 'coverCaption' | 'source'>;

/** The texts of a line: systems store them as HTML, with entities and at times with tags. */
function plainTexts({
  title,
  hits: _,
  ...texts
}: Omit<z.infer<typeof lineSchema>, 'html' | 'date' | 'oldUrls'>): Texts {
  const plain = (written: string) => lineOf(parseHtml(written)).normalize('NFC');
  const entries = Object.entries(texts).flatMap(([name, value]) => (value ? [[name, plain(value)] as const] : []));
  return { title: plain(title), ...Object.fromEntries(entries) };
}

/** DotNetNuke stores a text encoded once more: "&lt;p&gt;". */
function decodedHtml(html: string): string {
  const isEncoded = !/<\w/.test(html) && /&lt;\w/.test(html);
  return isEncoded ? textOf(parseHtml(html)) : html;
}

/** A database gives null, or nothing, for a field without a value. */
function withoutEmptyValues(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null && entry !== ''));
}

function issueText({ code, path, ...issue }: z.core.$ZodIssue): string {
  if (code === 'unrecognized_keys') return `không có mục ${'keys' in issue ? issue.keys.join(', ') : ''}`;
  const name = path.join('.') || 'dòng';
  return `${name}: thiếu, hay không đúng dạng`;
}
