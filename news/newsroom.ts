import type { Abbreviation } from './abbreviation.ts';
import type { Article } from './article.ts';
import type { Author } from './author.ts';
import type { Category } from './category.ts';
import type { Document } from './document.ts';
import { type Event, endOf } from './event.ts';
import { nextOutOfTheNews } from './in-the-news.ts';
import type { Items } from './kinds.ts';
import type { Organisation } from './organisation.ts';
import { everything, nextDue, oldestFirst, previewed, published, withdrawn } from './published.ts';
import { type Answered, answeredNewestFirst, asKnown, isAnswered } from './question.ts';
import { type Snapshot, type Statistics, statistics } from './statistics.ts';
import { type Tag, tagsOf } from './tags.ts';

/** All of content/, validated, published or not. */
export interface Content extends Items {
  readonly organisation: Organisation;
  readonly categories: readonly Category[];
  readonly authors: readonly Author[];
  readonly pinnedTags: readonly Tag[];
  /** Names and terms that are correct although they do not look Vietnamese. */
  readonly words: readonly string[];
  readonly abbreviations: readonly Abbreviation[];
  /** The snapshots of the visit counter. */
  readonly snapshots: readonly Snapshot[];
}

/** The content that an audience sees at one instant; articles, questions, documents and events newest first. */
export interface Newsroom extends Content {
  /** Visible or not. */
  readonly everyArticle: readonly Article[];
  readonly everyDocument: readonly Document[];
  readonly everyEvent: readonly Event[];
  /** The items in feeds: the visible ones without those that only editors see. Newest first; questions by answer. */
  readonly announced: { readonly articles: readonly Article[]; readonly questions: readonly Answered[] };
  /** Articles that are replaced by a notice. */
  readonly withdrawn: readonly Article[];
  readonly tags: ReadonlyMap<string, Tag>;
  /** The tags whose addresses are not in tags.yaml yet. */
  readonly unpinnedTags: readonly Tag[];
  /** Undefined while there is no snapshot. */
  readonly statistics?: Statistics;
  /** When the site must be built again; undefined when no change is scheduled. */
  readonly nextDue?: Date;
}

/** Who sees the content: readers, or editors (with drafts and scheduled items); 'archive' is for all items. */
export type Audience = 'readers' | 'editors' | 'archive';

const selectors = { readers: published, editors: previewed, archive: everything } as const;

/** The content that an audience sees at an instant. */
export function newsroom(content: Content, now: Date, audience: Audience): Newsroom {
  const selectVisible = selectors[audience];
  const { byKey, unpinned } = tagsOf(oldestFirst(content.articles), content.pinnedTags);
  const selectListed = audience === 'archive' ? everything : published;
  const visits = statistics(content.snapshots, now);
  const dated = [...content.articles, ...content.questions, ...content.documents, ...content.events];
  // An event moves within the list of events when it is over.
  const eventEnds = published(content.events, now).map((event) => ({ ...event, date: endOf(event) }));
  const answers = content.questions.filter(isAnswered).map((question) => ({ ...question, date: question.answer.date }));
  const due = earliest(nextDue([...dated, ...eventEnds, ...answers], now), nextOutOfTheNews(content.articles, now));
  const questions = content.questions.map((question) => asKnown(question, now));
  const articles = selectVisible(content.articles, now);
  return {
    ...content,
    everyArticle: content.articles,
    everyDocument: content.documents,
    everyEvent: content.events,
    articles,
    announced: {
      // The same array where possible, so that functions memoized by array run once.
      articles: selectListed === selectVisible ? articles : selectListed(content.articles, now),
      questions: answeredNewestFirst(selectListed(audience === 'archive' ? content.questions : questions, now)),
    },
    withdrawn: audience === 'archive' ? [] : withdrawn(content.articles, now),
    questions: selectVisible(audience === 'readers' ? questions : content.questions, now),
    documents: selectVisible(content.documents, now),
    events: selectVisible(content.events, now),
    pages: content.pages.filter((page) => audience !== 'readers' || !page.draft),
    tags: byKey,
    unpinnedTags: unpinned,
    ...(visits && { statistics: visits }),
    ...(due && { nextDue: due }),
  };
}

function earliest(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b ? new Date(Math.min(a.getTime(), b.getTime())) : (a ?? b);
}
