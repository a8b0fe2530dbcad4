import type { Abbreviation } from './abbreviation.ts';
import type { Article } from './article.ts';
import type { Author } from './author.ts';
import type { Category } from './category.ts';
import type { ItemsByKind } from './content-kind.ts';
import type { Document } from './document.ts';
import { deadlineEnd, type Event, eventEnd, noticeStart, openDeadline } from './event.ts';
import type { Leader } from './leader.ts';
import type { Member } from './member.ts';
import { memoizeByObject } from './memoize-by-object.ts';
import type { Organisation } from './organisation.ts';
import {
  type HiddenReason,
  hiddenBecause,
  nextVisibilityChange,
  oldestFirst,
  type Publishable,
  previewed,
  published,
  sortNewestFirst,
  withdrawn,
} from './published.ts';
import { type AnsweredQuestion, answeredNewestFirst, hideFutureAnswer, isAnswered } from './question.ts';
import { nextNewsExpiry } from './recent-news.ts';
import { collectTags, type Tag } from './tags.ts';
import { type Snapshot, type VisitStatistics, visitStatistics } from './visit-statistics.ts';

/** All of content/, validated, published or not. */
export interface Content extends ItemsByKind {
  readonly organisation: Organisation;
  readonly categories: readonly Category[];
  readonly authors: readonly Author[];
  readonly pinnedTags: readonly Tag[];
  /** Names and terms that are correct although they do not look Vietnamese. */
  readonly knownWords: readonly string[];
  readonly abbreviations: readonly Abbreviation[];
  readonly members: readonly Member[];
  readonly leadership: readonly Leader[];
  /** The domains that content may link to. */
  readonly pinnedDomains: readonly string[];
  /** The snapshots of the visit counter. */
  readonly snapshots: readonly Snapshot[];
}

/** The content that an audience sees at one instant; articles, questions, documents and events newest first. */
export interface VisibleContent extends Content {
  /** Visible or not. */
  readonly allArticles: readonly Article[];
  readonly allDocuments: readonly Document[];
  readonly allEvents: readonly Event[];
  /** The visible items without those that only editors see, newest first. Questions: the answered ones, by answer. */
  readonly listed: {
    readonly articles: readonly Article[];
    readonly questions: readonly AnsweredQuestion[];
    readonly documents: readonly Document[];
    readonly events: readonly Event[];
  };
  /** Why an item is hidden from readers; undefined when it is published. */
  readonly hiddenReason: (item: Publishable) => HiddenReason | undefined;
  /** Articles that are replaced by a notice. */
  readonly withdrawn: readonly Article[];
  readonly tags: ReadonlyMap<string, Tag>;
  /** The tags whose addresses are not in tags.yaml yet. */
  readonly unpinnedTags: readonly Tag[];
  /** Undefined while there is no snapshot. */
  readonly statistics?: VisitStatistics;
  /** When the site must be built again; undefined when no change is scheduled. */
  readonly nextBuildAt?: Date;
}

/** Who sees the content: readers, or editors (with drafts and scheduled items); 'archive' is for all items. */
export type Audience = 'readers' | 'editors' | 'archive';

const selectors = { readers: published, editors: previewed, archive: sortNewestFirst } as const;

/** The content that an audience sees at an instant. */
export function visibleContent(content: Content, now: Date, audience: Audience): VisibleContent {
  const selectVisible = selectors[audience];
  const { byKey, unpinned } = tagsOf(content);
  const selectListed = audience === 'archive' ? sortNewestFirst : published;
  const visits = visitStatistics(content.snapshots, now);
  const dated = [...content.articles, ...content.questions, ...content.documents, ...content.events];
  // An event moves within the list of events when it is over.
  const eventEnds = published(content.events, now).map((event) => ({ ...event, date: eventEnd(event) }));
  const deadlines = published(content.events, now).flatMap((event) => {
    const deadline = openDeadline(event, now);
    return deadline ? [noticeStart(deadline), deadlineEnd(deadline)].map((date) => ({ ...event, date })) : [];
  });
  const answers = content.questions.filter(isAnswered).map((question) => ({ ...question, date: question.answer.date }));
  const due = earliest(
    nextVisibilityChange([...dated, ...eventEnds, ...deadlines, ...answers], now),
    nextNewsExpiry(content.articles, now),
  );
  const questions = content.questions.map((question) => hideFutureAnswer(question, now));
  const articles = selectVisible(content.articles, now);
  return {
    ...content,
    allArticles: content.articles,
    allDocuments: content.documents,
    allEvents: content.events,
    articles,
    listed: {
      // The same array where possible, so that functions memoized by array run once.
      articles: selectListed === selectVisible ? articles : selectListed(content.articles, now),
      questions: answeredNewestFirst(selectListed(audience === 'archive' ? content.questions : questions, now)),
      documents: selectListed(content.documents, now),
      events: selectListed(content.events, now),
    },
    hiddenReason: (item) => hiddenBecause(item, now),
    withdrawn: audience === 'archive' ? [] : withdrawn(content.articles, now),
    questions: selectVisible(audience === 'readers' ? questions : content.questions, now),
    documents: selectVisible(content.documents, now),
    events: selectVisible(content.events, now),
    pages: content.pages.filter((page) => audience !== 'readers' || !page.draft),
    tags: byKey,
    unpinnedTags: unpinned,
    ...(visits && { statistics: visits }),
    ...(due && { nextBuildAt: due }),
  };
}

const tagsOf = memoizeByObject(({ articles, pinnedTags }: Content) => collectTags(oldestFirst(articles), pinnedTags));

function earliest(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b ? new Date(Math.min(a.getTime(), b.getTime())) : (a ?? b);
}
