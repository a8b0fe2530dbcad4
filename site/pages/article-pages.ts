import type { ArticleProps } from '#layouts/article.ts';
import type { Link } from '#layouts/page.ts';
import { articleAddress, authorAddress, categoryAddress, tagAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { neighbours } from '#news/neighbours.ts';
import { hiddenBecause } from '#news/published.ts';
import { readingMinutes } from '#news/reading-minutes.ts';
import { articleScriptAddress } from '#site/assets/assets.ts';
import { attachmentLinks } from '#site/body/attachment-links.ts';
import { bodyScripts, printArticleBody } from '#site/body/print-body.ts';
import { shownPicture } from '#site/pictures/pictures.ts';
import { syllableCount } from '#vietnamese/count.ts';
import { articleFacts, sharedPicture, tagsOf } from './article-facts.ts';
import { absolute, articleLink, categoryLink, type Desk, feedLinks, framed, homeLink, link, state } from './desk.ts';
import { newsArticle } from './json-ld/news-article.ts';
import { type Page, page } from './page.ts';
import { shownItem } from './shown-item.ts';

/** From so many parts on an article is long: it begins with a list of them. */
const partsOfLong = 3;

/** A page for every article. */
export function articlePages(desk: Desk): Page<ArticleProps>[] {
  const { articles } = desk.newsroom;
  const around = neighbours(articles);

  return articles.map((article, index) => {
    const address = articleAddress(article.slug);
    const hidden = hiddenBecause(article, desk.settings.now) !== undefined;
    const { older, newer } = around[index] ?? {};
    const show: Page<ArticleProps>['props'] = (materials) => {
      const { pictures } = materials;
      const cover = article.cover && shownPicture(pictures.get(article.cover.file), article.cover, false);
      const body = printArticleBody(desk, materials, article, { pictureAbove: cover !== undefined });
      const category = categoryLink(desk, article);
      const shared = sharedPicture(desk, materials, article);
      const news = articleFacts(desk, article);
      const frame = framed(desk, materials, address, article.title, article.lead, {
        current: category.href,
        trail: [homeLink(desk), category],
        news,
        ...(shared && { picture: shared }),
        feeds: feedLinks(desk, category.text, categoryAddress(article.category.slug)),
        noindex: hidden,
        ...bodyScripts(desk, article.body, [articleScriptAddress]),
      });
      return {
        ...frame,
        things: [newsArticle(desk, frame, news, shared), ...frame.things],
        category,
        date: article.date,
        author: { text: article.author.name, href: link(desk, authorAddress(article.author.slug)) },
        minutes: readingMinutes(syllableCount(article.lead) + article.body.syllables),
        ...state(desk, article),
        lead: body.lead,
        contents: body.parts.length < partsOfLong ? [] : body.parts.map(({ id, text }) => ({ text, href: `#${id}` })),
        body: body.rest,
        ...(cover && { cover }),
        ...(article.updated &&
          article.correction && { correction: { date: article.updated, text: article.correction } }),
        ...(article.source && { source: article.source }),
        attachments: attachmentLinks(address, article.attachments, (to) => link(desk, to)),
        tags: tagsOf(desk, article.tags).map(({ name, slug }) => ({ text: name, href: link(desk, tagAddress(slug)) })),
        ...(older && { older: articleLink(desk, older) }),
        ...(newer && { newer: articleLink(desk, newer) }),
        related: (materials.related.get(article) ?? []).map((other) => ({
          ...articleLink(desk, other),
          date: other.date,
        })),
        share: shareLinks(desk, article, address),
        report: reportLinks(desk, article, address),
      };
    };
    return {
      ...page(address, article.path, show, article.updated ?? article.date),
      indexed: !hidden,
      shows: (materials) => [
        shownItem(desk, materials, article),
        materials.sharePictures.articles.get(article)?.address,
        ...[older?.title, older?.slug, newer?.title, newer?.slug],
        ...(materials.related.get(article) ?? []).flatMap(({ title, slug, date }) => [title, slug, date.getTime()]),
      ],
      pictures: [...(article.cover ? [article.cover.file] : []), ...article.body.pictures.values()],
    };
  });
}

function shareLinks(desk: Desk, { title }: Article, address: string): Link[] {
  const url = encodeURIComponent(absolute(desk, address));
  return [
    { text: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { text: 'Thư điện tử', href: `mailto:?subject=${encodeURIComponent(title)}&body=${url}` },
  ];
}

/** By telephone, and by a letter that says which article is meant. */
function reportLinks(desk: Desk, { title }: Article, address: string): Link[] {
  const { telephones, email } = desk.newsroom.organisation;
  const [telephone] = telephones;
  const letter = `subject=${encodeURIComponent(`Báo lỗi: ${title}`)}&body=${encodeURIComponent(absolute(desk, address))}`;
  return [
    ...(telephone ? [{ text: `gọi ${telephone.text}`, href: `tel:${telephone.dial}` }] : []),
    ...(email ? [{ text: 'viết thư', href: `mailto:${email}?${letter}` }] : []),
  ];
}
