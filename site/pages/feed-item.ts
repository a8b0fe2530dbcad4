import type { FeedItem } from '#layouts/feeds/feed.ts';
import { articleAddress, questionAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { listTitle } from '#news/list-title.ts';
import type { AnsweredQuestion } from '#news/question.ts';
import { articleFeedContent, questionFeedContent } from '#site/body/feed-content.ts';
import { articleMetadata, coverSharePicture } from './article-metadata.ts';
import type { RenderContext } from './page.ts';
import { absoluteUrl, type SiteContext } from './site-context.ts';

/** The feed item of an article. */
export function articleFeedItem(context: SiteContext, render: RenderContext, article: Article): FeedItem {
  const { updated } = article;
  const { author, modified, section, tags } = articleMetadata(context, article);
  const picture = coverSharePicture(context, render, article);
  return {
    id: article.id,
    title: article.title,
    url: absoluteUrl(context, articleAddress(article.slug)),
    published: article.date,
    ...(updated && { updated: modified }),
    author,
    categories: [...new Set([section, ...tags])],
    lead: article.lead,
    content: articleFeedContent(context, render, article),
    ...(picture && { picture }),
  };
}

/** The feed item of a question; its date and author are those of the answer. */
export function questionFeedItem(context: SiteContext, render: RenderContext, question: AnsweredQuestion): FeedItem {
  return {
    id: question.id,
    title: question.title,
    url: absoluteUrl(context, questionAddress(question.slug)),
    published: question.answer.date,
    author: { name: question.answer.by },
    categories: [listTitle.questions],
    lead: question.text ?? question.title,
    content: questionFeedContent(context, render, question),
  };
}
