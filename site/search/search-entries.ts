import { articleAddress, documentAddress, eventAddress, questionAddress, standingPageAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import type { Document } from '#news/document.ts';
import { type Event, toldTitle } from '#news/event.ts';
import { listTitle } from '#news/list-title.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { onceOfEach } from '#news/once-of-each.ts';
import { hiddenBecause } from '#news/published.ts';
import { dateOf, type Question } from '#news/question.ts';
import type { StandingPage } from '#news/standing-page.ts';
import type { EntrySource } from '#search/build/entry-source.ts';
import type { Entry } from '#search/entry.ts';
import { fingerprint } from '#site/cache/fingerprint.ts';
import { markdownOf } from '#site/read/markdown-of.ts';
import { isoDay } from '#vietnamese/date.ts';
import { paragraphs } from './paragraphs.ts';

/** What an entry is made of: all of it but the words of its Markdown, which are costly to take out; plain data. */
export interface EntryParts extends Omit<Entry, 'body'> {
  readonly body: Pick<Body, 'markdown'>;
  /** True where the first paragraph is the lead. */
  readonly leadFromBody?: boolean;
  /** What can be found beside the body. */
  readonly lines: readonly (string | undefined)[];
}

/** What readers can find: articles, questions, documents, events and standing pages, never what only editors see. */
export function searchEntries(newsroom: Newsroom, now: Date): Entry[] {
  return entryParts(newsroom, now).map(entryOf);
}

/** Entries of their parts, each read only where it is needed. */
export function entrySources(entries: readonly EntryParts[]): EntrySource[] {
  return entries.map(sourceOf);
}

const sourceOf = onceOfEach((parts: EntryParts): EntrySource => {
  const { address, category, day, body, ...others } = parts;
  return {
    address,
    category,
    ...(day && { day }),
    fingerprint: JSON.stringify([others, fingerprint(body)]),
    read: () => entryOf(parts),
  };
});

function entryOf({ body, leadFromBody, lines, ...parts }: EntryParts): Entry {
  const all = [...paragraphs(markdownOf(body)).slice(leadFromBody ? 1 : 0), ...lines];
  return { ...parts, body: all.filter((line) => line).join('\n') };
}

/** What all that readers can find is made of. */
export function entryParts({ announced, questions, documents, events, pages }: Newsroom, now: Date): EntryParts[] {
  return [
    ...announced.articles.map(partsOf.article),
    ...questions.filter((question) => !hiddenBecause(question, now)).map(partsOf.question),
    ...documents.filter((document) => !hiddenBecause(document, now)).map(partsOf.document),
    ...events.filter((event) => !hiddenBecause(event, now)).map(partsOf.event),
    ...pages.filter(({ draft }) => !draft).map(partsOf.page),
  ];
}

/** Of one item always the very same, so that an entry's source is made once too. */
const partsOf = {
  article: onceOfEach(articleParts),
  question: onceOfEach(questionParts),
  document: onceOfEach(documentParts),
  event: onceOfEach(eventParts),
  page: onceOfEach(pageParts),
};

function articleParts(article: Article): EntryParts {
  const { slug, title, lead, leadFromBody, date, category, author, tags, attachments, cover, body } = article;
  return {
    address: articleAddress(slug),
    title,
    lead,
    body: { markdown: body.markdown },
    leadFromBody,
    lines: [
      cover?.caption,
      ...attachments.map((attachment) => attachment.title),
      tags.join(', '),
      `Tác giả: ${author.name}`,
    ],
    category: category.name,
    day: isoDay(date),
  };
}

function questionParts(question: Question): EntryParts {
  const { slug, title, text, asker, answer, body } = question;
  return {
    address: questionAddress(slug),
    title,
    lead: text ?? '',
    body: { markdown: body.markdown },
    lines: [asker && `Người hỏi: ${asker}`, answer && `Trả lời: ${answer.by}`],
    category: listTitle.questions,
    day: isoDay(dateOf(question)),
  };
}

function documentParts({ slug, title, number, type, issuer, date, files, body }: Document): EntryParts {
  return {
    address: documentAddress(slug),
    title,
    lead: `${type} ${number}`,
    body: { markdown: body.markdown },
    lines: [...files.map((file) => file.title), `Cơ quan ban hành: ${issuer}`],
    category: 'Văn bản',
    day: isoDay(date),
  };
}

function eventParts(event: Event): EntryParts {
  const { slug, place, from, cancelled, body } = event;
  return {
    address: eventAddress(slug),
    title: toldTitle(event),
    lead: [cancelled && `Lý do hủy: ${cancelled}`, place].filter((part) => part).join(' · '),
    body: { markdown: body.markdown },
    lines: [],
    category: 'Sự kiện',
    day: isoDay(from),
  };
}

function pageParts({ slug, title, description, body }: StandingPage): EntryParts {
  return {
    address: standingPageAddress(slug),
    title,
    lead: description ?? '',
    body: { markdown: body.markdown },
    lines: [],
    category: '',
  };
}
