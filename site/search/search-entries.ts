import { articleAddress, documentAddress, eventAddress, questionAddress, standingPageAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Document } from '#news/document.ts';
import type { Event } from '#news/event.ts';
import { listTitle } from '#news/list-title.ts';
import type { Newsroom } from '#news/newsroom.ts';
import { hiddenBecause } from '#news/published.ts';
import { dateOf, type Question } from '#news/question.ts';
import type { StandingPage } from '#news/standing-page.ts';
import type { Entry } from '#search/entry.ts';
import { isoDay } from '#vietnamese/date.ts';
import { paragraphs } from './paragraphs.ts';

/** What readers can find: articles, questions, documents, events and standing pages, never what only editors see. */
export function searchEntries({ announced, questions, documents, events, pages }: Newsroom, now: Date): Entry[] {
  return [
    ...announced.articles.map(articleEntry),
    ...questions.filter((question) => !hiddenBecause(question, now)).map(questionEntry),
    ...documents.filter((document) => !hiddenBecause(document, now)).map(documentEntry),
    ...events.filter((event) => !hiddenBecause(event, now)).map(eventEntry),
    ...pages.filter(({ draft }) => !draft).map(pageEntry),
  ];
}

function articleEntry(article: Article): Entry {
  const { slug, title, lead, leadFromBody, date, category, author, tags, attachments, cover, body } = article;
  return {
    address: articleAddress(slug),
    title,
    lead,
    body: lines(
      paragraphs(body.markdown).slice(leadFromBody ? 1 : 0),
      [cover?.caption, ...attachments.map((attachment) => attachment.title)],
      [tags.join(', '), `Tác giả: ${author.name}`],
    ),
    category: category.name,
    day: isoDay(date),
  };
}

function questionEntry(question: Question): Entry {
  const { slug, title, text, asker, answer, body } = question;
  return {
    address: questionAddress(slug),
    title,
    lead: text ?? '',
    body: lines(paragraphs(body.markdown), [asker && `Người hỏi: ${asker}`, answer && `Trả lời: ${answer.by}`]),
    category: listTitle.questions,
    day: isoDay(dateOf(question)),
  };
}

function documentEntry({ slug, title, number, type, issuer, date, files, body }: Document): Entry {
  return {
    address: documentAddress(slug),
    title,
    lead: `${type} ${number}`,
    body: lines(
      paragraphs(body.markdown),
      files.map((file) => file.title),
      [`Cơ quan ban hành: ${issuer}`],
    ),
    category: 'Văn bản',
    day: isoDay(date),
  };
}

function eventEntry({ slug, title, place, from, body }: Event): Entry {
  return {
    address: eventAddress(slug),
    title,
    lead: place ?? '',
    body: lines(paragraphs(body.markdown)),
    category: 'Sự kiện',
    day: isoDay(from),
  };
}

function pageEntry({ slug, title, description, body }: StandingPage): Entry {
  return {
    address: standingPageAddress(slug),
    title,
    lead: description ?? '',
    body: lines(paragraphs(body.markdown)),
    category: '',
  };
}

function lines(...parts: readonly (readonly (string | undefined)[])[]): string {
  return parts
    .flat()
    .filter((line) => line)
    .join('\n');
}
