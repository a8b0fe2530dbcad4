import { figure } from '#layouts/components/picture.ts';
import type { FeedItem } from '#layouts/feeds/feed.ts';
import { escaped } from '#layouts/html.ts';
import { articleAddress, questionAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import type { Answered } from '#news/question.ts';
import { picturesFolder, shownPicture } from '#site/pictures.ts';
import { whenever } from '#vietnamese/date.ts';
import { articleFacts, coverAbroad } from './article-facts.ts';
import { absolute, type Desk, link, printBody } from './desk.ts';
import type { Materials } from './page.ts';

/** What feeds tell of an article. */
export function articleItem(desk: Desk, materials: Materials, article: Article): FeedItem {
  const { updated } = article;
  const { author, section, tags } = articleFacts(desk, article);
  const picture = coverAbroad(desk, materials, article);
  return {
    id: article.id,
    title: article.title,
    url: absolute(desk, articleAddress(article.slug)),
    published: article.date,
    ...(updated && { updated }),
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
  const toHref = (href: string) => absolute(desk, href);
  const { rest } = printBody(desk, materials, question.body, { address, pictureAbove: true, toHref });
  return {
    id: question.id,
    title: question.title,
    url: absolute(desk, address),
    published: question.answer.date,
    author: { name: question.answer.by },
    categories: ['Hỏi & đáp'],
    lead: question.text ?? question.title,
    content: withAbsolutePictures(
      desk,
      `${question.text ? `<blockquote><p>${escaped(question.text)}</p></blockquote>` : ''}${rest}`,
    ),
  };
}

function articleText(desk: Desk, materials: Materials, article: Article): string {
  const { updated, correction, leadFromBody, cover } = article;
  const { lead, rest } = printBody(desk, materials, article.body, {
    address: articleAddress(article.slug),
    leadFromBody,
    pictureAbove: true,
    toHref: (address) => absolute(desk, address),
  });
  const shown = cover && shownPicture(materials.pictures.get(cover.file), cover, true);
  const note = updated && correction ? `<p>Cập nhật ${whenever(updated)}: ${escaped(correction)}</p>` : '';
  const opening = `<p>${leadFromBody ? lead : escaped(article.lead)}</p>`;
  return withAbsolutePictures(desk, `${note}${opening}${shown ? figure(shown).text : ''}${rest}`);
}

function withAbsolutePictures(desk: Desk, html: string): string {
  const [here, everywhere] = [link(desk, picturesFolder), absolute(desk, picturesFolder)];
  return html.replaceAll(`"${here}`, `"${everywhere}`).replaceAll(`, ${here}`, `, ${everywhere}`);
}
