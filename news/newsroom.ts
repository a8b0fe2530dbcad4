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

/** All of content/, checked, whether public or not. */
export interface Content extends Items {
  readonly organisation: Organisation;
  readonly categories: readonly Category[];
  readonly authors: readonly Author[];
  readonly pinnedTags: readonly Tag[];
  /** What is right although it does not look Vietnamese. */
  readonly words: readonly string[];
  readonly abbreviations: readonly Abbreviation[];
  /** What the counter said of visits, each at its instant. */
  readonly snapshots: readonly Snapshot[];
}

/** What readers see at one instant; articles, questions, documents and events newest first. */
export interface Newsroom extends Content {
  /** Whether public or not. */
  readonly everyArticle: readonly Article[];
  readonly everyDocument: readonly Document[];
  readonly everyEvent: readonly Event[];
  /** What feeds tell of: of what is shown, never what only editors see. Newest first; questions by their answers. */
  readonly announced: { readonly articles: readonly Article[]; readonly questions: readonly Answered[] };
  /** Articles in whose place a notice stands. */
  readonly withdrawn: readonly Article[];
  readonly tags: ReadonlyMap<string, Tag>;
  /** Those whose address is not settled in tags.yaml yet. */
  readonly unpinnedTags: readonly Tag[];
  /** Undefined while nothing was counted. */
  readonly statistics?: Statistics;
  /** When the site must be built again; undefined when nothing is to come. */
  readonly nextDue?: Date;
}

/** Who sees a newsroom: readers, editors (drafts and scheduled things too), or nobody, for what was or will ever be. */
export type Audience = 'readers' | 'editors' | 'archive';

const shows = { readers: published, editors: previewed, archive: everything } as const;

/** Content at an instant, as an audience sees it. */
export function newsroom(content: Content, now: Date, audience: Audience): Newsroom {
  const show = shows[audience];
  const { byKey, unpinned } = tagsOf(oldestFirst(content.articles), content.pinnedTags);
  const announce = audience === 'archive' ? everything : published;
  const visits = statistics(content.snapshots, now);
  const dated = [...content.articles, ...content.questions, ...content.documents, ...content.events];
  // When an event is over it moves in the list of events.
  const over = published(content.events, now).map((event) => ({ ...event, date: endOf(event) }));
  const answers = content.questions.filter(isAnswered).map((question) => ({ ...question, date: question.answer.date }));
  const due = earlier(nextDue([...dated, ...over, ...answers], now), nextOutOfTheNews(content.articles, now));
  const known = content.questions.map((question) => asKnown(question, now));
  const articles = show(content.articles, now);
  return {
    ...content,
    everyArticle: content.articles,
    everyDocument: content.documents,
    everyEvent: content.events,
    articles,
    announced: {
      // One list where it is the same, so that what is made of a list is made once.
      articles: announce === show ? articles : announce(content.articles, now),
      questions: answeredNewestFirst(announce(audience === 'archive' ? content.questions : known, now)),
    },
    withdrawn: audience === 'archive' ? [] : withdrawn(content.articles, now),
    questions: show(audience === 'readers' ? known : content.questions, now),
    documents: show(content.documents, now),
    events: show(content.events, now),
    pages: content.pages.filter((page) => audience !== 'readers' || !page.draft),
    tags: byKey,
    unpinnedTags: unpinned,
    ...(visits && { statistics: visits }),
    ...(due && { nextDue: due }),
  };
}

function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b ? new Date(Math.min(a.getTime(), b.getTime())) : (a ?? b);
}
