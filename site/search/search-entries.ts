import {
  articleAddress,
  documentAddress,
  eventAddress,
  leadershipAddress,
  membersAddress,
  questionAddress,
  standingPageAddress,
} from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Body } from '#news/body.ts';
import type { Document } from '#news/document.ts';
import { displayTitle, type Event } from '#news/event.ts';
import type { Leader } from '#news/leader.ts';
import { listTitle } from '#news/list-title.ts';
import type { Member } from '#news/member.ts';
import { memoizeByObject } from '#news/memoize-by-object.ts';
import type { Organisation } from '#news/organisation.ts';
import { type Question, questionDate } from '#news/question.ts';
import { type StandingPage, standingPageSlugs } from '#news/standing-page.ts';
import type { VisibleContent } from '#news/visible-content.ts';
import type { EntrySource } from '#search/build/entry-source.ts';
import type { SearchEntry } from '#search/search-entry.ts';
import { readMarkdown } from '#site/read/read-markdown.ts';
import { curlyQuotes } from '#vietnamese/curly-quotes.ts';
import { isoDay } from '#vietnamese/date.ts';
import { markdownParagraphs } from './markdown-paragraphs.ts';

/** The parts of an entry as plain data, before its Markdown is converted to text, which is costly. */
export interface MarkdownEntry extends Omit<SearchEntry, 'body'> {
  readonly body: Pick<Body, 'markdown'>;
  /** True if the first paragraph of the body is the lead. */
  readonly leadFromBody?: boolean;
  /** Further searchable text, after the body. */
  readonly lines: readonly (string | undefined)[];
}

/** The entries of everything that readers can find: items, and the directories of members and leaders. */
export function searchEntries(content: VisibleContent): SearchEntry[] {
  return markdownEntries(content).map(entryOf);
}

/** Entry sources that read an entry's text only when it is needed. */
export function entrySources(entries: readonly MarkdownEntry[]): EntrySource[] {
  return entries.map(sourceOf);
}

const sourceOf = memoizeByObject((parts: MarkdownEntry): EntrySource => {
  const { address, category, day, body, ...rest } = parts;
  const { markdown } = body;
  return {
    address,
    category,
    ...(day && { day }),
    // Made when it is asked for: it is as long as the entry without its body.
    get dataHash() {
      return JSON.stringify([rest, typeof markdown === 'string' ? markdown : markdown.contentHash]);
    },
    read: () => entryOf(parts),
  };
});

function entryOf({ body, leadFromBody, lines, ...parts }: MarkdownEntry): SearchEntry {
  // As in the lead, which may be one of them, and as on the page.
  const paragraphs = markdownParagraphs(readMarkdown(body)).map(curlyQuotes);
  const leadIndex = leadFromBody ? paragraphs.indexOf(parts.lead) : -1;
  const allLines = [...paragraphs.filter((_, index) => index !== leadIndex), ...lines];
  return { ...parts, body: allLines.filter((line) => line).join('\n') };
}

/** The parts of every entry that readers can find. */
export function markdownEntries(content: VisibleContent): MarkdownEntry[] {
  const { organisation, listed, questions, pages, members, leadership, hiddenReason } = content;
  return [
    ...listed.articles.map(partsOf.article),
    ...questions.filter((question) => !hiddenReason(question)).map(partsOf.question),
    ...listed.documents.map(partsOf.document),
    ...listed.events.map(partsOf.event),
    // A page in English has none of the words that readers search in.
    ...pages
      .filter(({ draft, lang }) => !draft && lang === 'vi')
      .map((page) => withOpeningHours(partsOf.page(page), organisation)),
    ...(leadership.length > 0 ? [partsOf.leadership(leadership)] : []),
    ...(members.length > 0 ? [partsOf.members(members)] : []),
  ];
}

/** Memoized, so that an item always has the same parts and thereby the same entry source. */
const partsOf = {
  article: memoizeByObject(articleParts),
  question: memoizeByObject(questionParts),
  document: memoizeByObject(documentParts),
  event: memoizeByObject(eventParts),
  page: memoizeByObject(pageParts),
  leadership: memoizeByObject((leaders: readonly Leader[]) =>
    directoryParts(
      leadershipAddress,
      listTitle.leadership,
      leaders.map(({ name, role, telephone }) => [name, role, telephone]),
    ),
  ),
  members: memoizeByObject((members: readonly Member[]) =>
    directoryParts(
      membersAddress,
      listTitle.members,
      members.map(({ name, chair, address, telephone }) => [name, chair && `Chủ tịch: ${chair}`, address, telephone]),
    ),
  ),
};

function articleParts(article: Article): MarkdownEntry {
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

function questionParts(question: Question): MarkdownEntry {
  const { slug, title, text, asker, answer, body } = question;
  return {
    address: questionAddress(slug),
    title,
    lead: text ?? '',
    body: { markdown: body.markdown },
    lines: [asker && `Người hỏi: ${asker}`, answer && `Trả lời: ${answer.by}`],
    category: listTitle.questions,
    day: isoDay(questionDate(question)),
  };
}

function documentParts({ slug, title, number, type, issuer, date, files, body }: Document): MarkdownEntry {
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

function eventParts(event: Event): MarkdownEntry {
  const { slug, place, from, cancelled, body } = event;
  return {
    address: eventAddress(slug),
    title: displayTitle(event),
    lead: [cancelled && `Lý do hủy: ${cancelled}`, place].filter((part) => part).join(' · '),
    body: { markdown: body.markdown },
    lines: [],
    category: 'Sự kiện',
    day: isoDay(from),
  };
}

function pageParts({ slug, title, description, body }: StandingPage): MarkdownEntry {
  return {
    address: standingPageAddress(slug),
    title,
    lead: description ?? '',
    body: { markdown: body.markdown },
    lines: [],
    category: '',
  };
}

/** The parts of a page; opening hours are on the page that says how to reach the organisation. */
function withOpeningHours(parts: MarkdownEntry, { openingHours }: Organisation): MarkdownEntry {
  if (parts.address !== standingPageAddress(standingPageSlugs.contact) || openingHours.length === 0) return parts;
  return { ...parts, lines: [`Giờ làm việc: ${openingHours.join('; ')}`] };
}

/** A directory, one line for each of its entries. */
function directoryParts(
  address: string,
  title: string,
  entries: readonly (readonly (string | undefined)[])[],
): MarkdownEntry {
  return {
    address,
    title,
    lead: '',
    body: { markdown: '' },
    lines: entries.map((facts) => facts.filter((fact) => fact).join(' · ')),
    category: '',
  };
}
