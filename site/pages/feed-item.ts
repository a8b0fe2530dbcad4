import type { FeedItem } from '#layouts/feeds/feed.ts';
import { fullText } from '#layouts/feeds/full-text.ts';
import { escaped } from '#layouts/html.ts';
import { articleAddress, questionAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { listTitle } from '#news/list-title.ts';
import type { Answered } from '#news/question.ts';
import { attachmentLinks } from '#site/body/attachment-links.ts';
import { printBody } from '#site/body/print-body.ts';
import { shownPicture } from '#site/pictures/pictures.ts';
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
  const address = questionAddress(question.slug);
  const { origin } = desk.settings;
  const { rest } = printBody(desk, materials, question.body, { address, pictureAbove: true, origin });
  return {
    id: question.id,
    title: question.title,
    url: absolute(desk, address),
    published: question.answer.date,
    author: { name: question.answer.by },
    categories: [listTitle.questions],
    lead: question.text ?? question.title,
    content: `${question.text ? `<blockquote><p>${escaped(question.text)}</p></blockquote>` : ''}${rest}`,
  };
}

function articleText(desk: Desk, materials: Materials, article: Article): string {
  const { updated, correction, leadFromBody, cover, source } = article;
  const { origin } = desk.settings;
  const address = articleAddress(article.slug);
  const { lead, rest } = printBody(desk, materials, article.body, {
    address,
    leadFromBody,
    pictureAbove: true,
    origin,
  });
  const shown = cover && shownPicture(materials.pictures.get(cover.file), cover, true, origin);
  return fullText({
    lead: leadFromBody ? lead : escaped(article.lead),
    body: rest,
    ...(shown && { cover: shown }),
    ...(updated && correction && { correction: { date: updated, text: correction } }),
    ...(source && { source }),
    attachments: attachmentLinks(address, article.attachments, (to) => absolute(desk, to)),
  }).text;
}
