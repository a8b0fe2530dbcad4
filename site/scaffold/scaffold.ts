import { stringify } from 'yaml';
import { isoDay, yearOf } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';

/** A new file of content/: its place there and its text. */
export interface Scaffold {
  readonly file: string;
  readonly text: string;
}

/** The longest address part that is made from a title; cut between words. */
const longestSlug = 90;

/** The part of an address a title gives, not too long. */
export function titleSlug(title: string): string {
  const whole = slug(title);
  return whole.length > longestSlug ? whole.slice(0, longestSlug + 1).replace(/-[^-]*$/, '') : whole;
}

function named(title: string, now: Date): string {
  return `${isoDay(now)}-${titleSlug(title)}.md`;
}

function markdown(frontMatter: Readonly<Record<string, string>>, body: string): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0, schema: 'failsafe' })}---\n\n${body}${body && '\n'}`;
}

/** A draft of an article with its permanent id, dated today in Việt Nam; the lead is its first paragraph. */
export function newArticle(
  { title, author, category, lead }: Readonly<Record<'title' | 'author' | 'category' | 'lead', string>>,
  id: string,
  now: Date,
): Scaffold {
  return {
    file: `articles/${yearOf(now)}/${named(title, now)}`,
    text: markdown({ title, date: isoDay(now), author, category, id, draft: 'true' }, lead),
  };
}

/** A draft of a question with its permanent id, that waits for its answer. */
export function newQuestion(
  { title, asker, question }: Readonly<Record<'title' | 'asker' | 'question', string>>,
  id: string,
  now: Date,
): Scaffold {
  const told = { ...(asker && { asker }), ...(question && { question }) };
  return {
    file: `questions/${named(title, now)}`,
    text: markdown({ title, date: isoDay(now), ...told, id, draft: 'true' }, ''),
  };
}

/** A draft of a document, issued today until its editor says when; its number tells it from others about the same. */
export function newDocument(
  facts: Readonly<Record<'title' | 'number' | 'type' | 'issuer', string>>,
  now: Date,
): Scaffold {
  const { title, number, type, issuer } = facts;
  return {
    file: `documents/${isoDay(now)}-${titleSlug(title)}-${slug(number)}.md`,
    text: markdown({ title, number, type, issued: isoDay(now), issuer, draft: 'true' }, ''),
  };
}

/** A draft of an event with its permanent id, told of from today on. */
export function newEvent(
  { title, from, to, place }: Readonly<Record<'title' | 'from' | 'to' | 'place', string>>,
  id: string,
  now: Date,
): Scaffold {
  const told = { ...(to && { to }), ...(place && { place }) };
  return {
    file: `events/${named(title, now)}`,
    text: markdown({ title, date: isoDay(now), from, ...told, id, draft: 'true' }, ''),
  };
}
