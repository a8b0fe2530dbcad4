import type { FeedItem } from '#layouts/feeds/feed.ts';
import { fullText } from '#layouts/feeds/full-text.ts';
import { escaped } from '#layouts/html.ts';
import { articleAddress, authorAddress, questionAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Answered } from '#news/question.ts';
import { tagKey } from '#news/tags.ts';
import { shownPicture } from '#site/pictures.ts';
import { attachmentLinks } from './attachment-links.ts';
import { absolute, type Desk, printBody } from './desk.ts';
import type { Materials } from './page.ts';

/** What feeds tell of an article. */
export function articleItem(desk: Desk, materials: Materials, article: Article): FeedItem {
  const { updated, cover } = article;
  const made = cover && materials.pictures.get(cover.file);
  const tags = [...new Set(article.tags.map(tagKey))].flatMap((key) => desk.newsroom.tags.get(key)?.name ?? []);
  return {
    id: article.id,
    title: article.title,
    url: absolute(desk, articleAddress(article.slug)),
    published: article.date,
    // A day alone is its first minute, which may be before the hour of publication.
    ...(updated && { updated: updated > article.date ? updated : article.date }),
    author: { name: article.author.name, url: absolute(desk, authorAddress(article.author.slug)) },
    categories: [...new Set([article.category.name, ...tags])],
    lead: article.lead,
    content: articleText(desk, materials, article),
    ...(made && {
      picture: {
        url: absolute(desk, made.enclosure.address),
        type: made.enclosure.type,
        bytes: made.enclosure.bytes,
        width: made.props.width,
        height: made.props.height,
        alt: cover.alt,
      },
    }),
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
    categories: ['Hỏi & đáp'],
    lead: question.text ?? question.title,
    content: `${question.text ? `<blockquote><p>${escaped(question.text)}</p></blockquote>` : ''}${rest}`,
  };
}

function articleText(desk: Desk, materials: Materials, article: Article): string {
  const { updated, correction, leadFromBody, cover, source } = article;
  const { origin } = desk.settings;
  const { lead, rest } = printBody(desk, materials, article.body, {
    address: articleAddress(article.slug),
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
    attachments: attachmentLinks(article, (to) => absolute(desk, to)),
  }).text;
}
