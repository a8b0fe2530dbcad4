import { feedContent } from '#layouts/feeds/feed-content.ts';
import { escaped } from '#layouts/html.ts';
import { articleAddress, questionAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { AnsweredQuestion } from '#news/question.ts';
import { pictureProps } from '#site/pictures/process-pictures.ts';
import { attachmentLinks } from './attachment-links.ts';
import type { BodyContext, BodyReferences } from './body-context.ts';
import { renderArticleBody, renderItemBody } from './render-item-body.ts';

/** An article as HTML for a feed: whole, every address absolute. */
export function articleFeedContent(context: BodyContext, references: BodyReferences, article: Article): string {
  const { updated, correction, cover, source, slug, attachments } = article;
  const { origin, base } = context.settings;
  const { lead, rest } = renderArticleBody(context, references, article, { pictureAbove: true, origin });
  const shown = cover && pictureProps(references.pictures.get(cover.file), cover, true, origin);
  return feedContent({
    lead,
    body: rest,
    ...(shown && { cover: shown }),
    ...(updated && correction && { correction: { date: updated, text: correction } }),
    ...(source && { source }),
    attachments: attachmentLinks(articleAddress(slug), attachments, (to) => origin + base + to),
  }).text;
}

/** A question and its answer as HTML for a feed, every address absolute. */
export function questionFeedContent(
  context: BodyContext,
  references: BodyReferences,
  { slug, text, body }: AnsweredQuestion,
): string {
  const { origin } = context.settings;
  const { rest } = renderItemBody(context, references, body, {
    address: questionAddress(slug),
    pictureAbove: true,
    origin,
  });
  return `${text ? `<blockquote><p>${escaped(text)}</p></blockquote>` : ''}${rest}`;
}
