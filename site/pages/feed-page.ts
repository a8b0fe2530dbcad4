import { figure } from '#layouts/components/picture.ts';
import type { RssProps } from '#layouts/feeds/rss.ts';
import { escaped } from '#layouts/html.ts';
import { articleAddress, feedAddress, homeAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { hiddenBecause } from '#news/published.ts';
import { picturesFolder, shownPicture } from '#site/pictures.ts';
import { whenever } from '#vietnamese/date.ts';
import { absolute, type Desk, link, printBody } from './desk.ts';
import { type Materials, type Page, unindexed } from './page.ts';

const feedLength = 30;

/** The feed of the whole site: the newest articles in full; never drafts, not even in a preview. */
export function feedPage(desk: Desk): Page<RssProps> {
  const { organisation, articles } = desk.newsroom;
  return unindexed(feedAddress, 'nguồn tin', (materials) => ({
    title: organisation.name,
    description: organisation.description,
    home: absolute(desk, homeAddress),
    self: absolute(desk, feedAddress),
    items: articles
      .filter((article) => !hiddenBecause(article, desk.settings.now))
      .slice(0, feedLength)
      .map((article) => ({
        id: article.id,
        title: article.title,
        url: absolute(desk, articleAddress(article.slug)),
        date: article.date,
        ...(article.updated && { updated: article.updated }),
        author: article.author.name,
        category: article.category.name,
        lead: article.lead,
        content: fullText(desk, materials, article),
      })),
  }));
}

function fullText(desk: Desk, materials: Materials, article: Article): string {
  const { updated, correction, leadFromBody, cover } = article;
  const { lead, rest } = printBody(desk, materials, article.body, {
    address: articleAddress(article.slug),
    leadFromBody,
    pictureAbove: true,
    toHref: (address) => absolute(desk, address),
  });
  const shown = cover && shownPicture(materials.pictures.get(cover.file), cover, true);
  const note = updated && correction ? `<p>Cập nhật ${whenever(updated)}: ${escaped(correction)}</p>` : '';
  const all = `${note}<p>${leadFromBody ? lead : escaped(article.lead)}</p>${shown ? figure(shown).text : ''}${rest}`;
  const [here, everywhere] = [link(desk, picturesFolder), absolute(desk, picturesFolder)];
  return all.replaceAll(`"${here}`, `"${everywhere}`).replaceAll(`, ${here}`, `, ${everywhere}`);
}
