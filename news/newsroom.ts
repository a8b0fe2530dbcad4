import type { Article } from './article.ts';
import type { Author } from './author.ts';
import type { Category } from './category.ts';
import type { Organisation } from './organisation.ts';
import { nextDue, previewed, published } from './published.ts';
import type { Question } from './question.ts';
import type { StandingPage } from './standing-page.ts';
import { type Tag, tagsByKey } from './tags.ts';

/** All of content/, checked, whether public or not. */
export interface Content {
  readonly organisation: Organisation;
  readonly categories: readonly Category[];
  readonly authors: readonly Author[];
  readonly articles: readonly Article[];
  readonly questions: readonly Question[];
  readonly pages: readonly StandingPage[];
}

/** What readers see at one instant; articles and questions newest first. */
export interface Newsroom extends Content {
  readonly tags: ReadonlyMap<string, Tag>;
  /** When the site must be built again; undefined when nothing is to come. */
  readonly nextDue?: Date;
}

/** Content at an instant; with `preview`, drafts and scheduled things too. */
export function newsroom(content: Content, now: Date, preview: boolean): Newsroom {
  const show = preview ? previewed : published;
  const due = nextDue([...content.articles, ...content.questions], now);
  const oldestFirst = content.articles.toSorted(
    (a, b) => Number(a.date) - Number(b.date) || (a.slug < b.slug ? -1 : 1),
  );
  return {
    ...content,
    articles: show(content.articles, now),
    questions: show(content.questions, now),
    pages: content.pages.filter((page) => preview || !page.draft),
    tags: tagsByKey(oldestFirst),
    ...(due && { nextDue: due }),
  };
}
