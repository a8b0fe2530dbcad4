import type { FeedItem } from '#layouts/feeds/feed.ts';
import { articleAddress, questionAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { listTitle } from '#news/list-title.ts';
import type { Answered } from '#news/question.ts';
import { articleText, questionText } from '#site/body/feed-text.ts';
import { articleFacts, sharedCover } from './article-facts.ts';
import { absolute, type Desk } from './desk.ts';
import type { Materials } from './page.ts';

/** What feeds tell of an article. */
export function articleItem(desk: Desk, materials: Materials, article: Article): FeedItem {
  const { updated } = article;
  const { author, modified, section, tags } = articleFacts(desk, article);
  const picture = sharedCover(desk, materials, article);
  return {
    id: article.id,
    title: article.title,
    url: absolute(desk, articleAddress(article.slug)),
    published: article.date,
    ...(updated && { updated: modified }),
    author,
    categories: [...new Set([section, ...tags])],
    lead: article.lead,
    content: articleText(desk, materials, article),
    ...(picture && { picture }),
  };
}

/** What feeds tell of a question: it is news when it is answered, and by whom. */
export function questionItem(desk: Desk, materials: Materials, question: Answered): FeedItem {
  return {
    id: question.id,
    title: question.title,
    url: absolute(desk, questionAddress(question.slug)),
    published: question.answer.date,
    author: { name: question.answer.by },
    categories: [listTitle.questions],
    lead: question.text ?? question.title,
    content: questionText(desk, materials, question),
  };
}
