import { stringify } from 'yaml';
import { isoDay, yearOf } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';

/** A new file of content/: its path inside that folder and its text. */
export interface Scaffold {
  readonly file: string;
  readonly text: string;
}

/** In characters; a longer slug is cut between words. */
const maxSlugLength = 90;

/** The slug of a title, shortened to at most 90 characters. */
export function titleSlug(title: string): string {
  const full = slug(title);
  return full.length > maxSlugLength ? full.slice(0, maxSlugLength + 1).replace(/-[^-]*$/, '') : full;
}

/** The name of the file of an item, by its title and day. */
export function fileName(title: string, now: Date): string {
  return `${isoDay(now)}-${titleSlug(title)}.md`;
}

/** The front matter of a new file: texts, lists of texts, and lists of objects of texts. */
export type FrontMatter = Readonly<Record<string, string | readonly (string | Readonly<Record<string, string>>)[]>>;

/** A Markdown file of content/: its front matter, whose values are written as they are, and its body. */
export function markdownFile(frontMatter: FrontMatter, body: string): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0, schema: 'failsafe' })}---\n\n${body}${body && '\n'}`;
}

/** A draft of an article with its permanent id, dated today in Việt Nam; the lead is its first paragraph. */
export function newArticle(
  { title, author, category, lead }: Readonly<Record<'title' | 'author' | 'category' | 'lead', string>>,
  id: string,
  now: Date,
): Scaffold {
  return {
    file: `articles/${yearOf(now)}/${fileName(title, now)}`,
    text: markdownFile({ title, date: isoDay(now), author, category, id, draft: 'true' }, lead),
  };
}

/** A draft of a question with its permanent id, without an answer. */
export function newQuestion(
  { title, asker, question }: Readonly<Record<'title' | 'asker' | 'question', string>>,
  id: string,
  now: Date,
): Scaffold {
  const optionalFields = { ...(asker && { asker }), ...(question && { question }) };
  return {
    file: `questions/${fileName(title, now)}`,
    text: markdownFile({ title, date: isoDay(now), ...optionalFields, id, draft: 'true' }, ''),
  };
}

/** A draft of a document, issued today until the editor sets the date; its number keeps the file name unique. */
export function newDocument(
  facts: Readonly<Record<'title' | 'number' | 'type' | 'issuer', string>>,
  now: Date,
): Scaffold {
  const { title, number, type, issuer } = facts;
  return {
    file: `documents/${isoDay(now)}-${titleSlug(title)}-${slug(number)}.md`,
    text: markdownFile({ title, number, type, issued: isoDay(now), issuer, draft: 'true' }, ''),
  };
}

/** A draft of an event with its permanent id, announced from today on. */
export function newEvent(
  { title, from, to, place }: Readonly<Record<'title' | 'from' | 'to' | 'place', string>>,
  id: string,
  now: Date,
): Scaffold {
  const optionalFields = { ...(to && { to }), ...(place && { place }) };
  return {
    file: `events/${fileName(title, now)}`,
    text: markdownFile({ title, date: isoDay(now), from, ...optionalFields, id, draft: 'true' }, ''),
  };
}
