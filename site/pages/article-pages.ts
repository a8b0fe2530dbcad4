import type { ArticleProps } from '#layouts/article.ts';
import type { Link } from '#layouts/page.ts';
import { articleAddress, authorAddress, categoryAddress, tagAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { attachmentsFirst } from '#news/attachments-first.ts';
import { neighbours } from '#news/neighbours.ts';
import { readingMinutes } from '#news/reading-minutes.ts';
import { articleScriptAddress } from '#site/assets/assets.ts';
import { attachmentLinks } from '#site/body/attachment-links.ts';
import { bodyScripts, renderArticleBody } from '#site/body/render-item-body.ts';
import { pictureProps } from '#site/pictures/process-pictures.ts';
import { syllableCount } from '#vietnamese/count.ts';
import { articleMetadata, articleSharePicture, categorySharePicture, resolveTags } from './article-metadata.ts';
import { itemCacheKey } from './item-cache-key.ts';
import { newsArticle } from './json-ld/news-article.ts';
import { indexedPage, type Page } from './page.ts';
import {
  absoluteUrl,
  articleLink,
  categoryLink,
  feedHrefs,
  frameProps,
  homeLink,
  type SiteContext,
  siteHref,
  visibilityProps,
} from './site-context.ts';

/** An article with at least so many headings begins with a table of contents. */
const minHeadingsForContents = 3;

/** A page for every article. */
export function articlePages(context: SiteContext): Page<ArticleProps>[] {
  const { articles } = context.content;
  const neighbourList = neighbours(articles);

  return articles.map((article, index) => {
    const address = articleAddress(article.slug);
    const hidden = context.content.hiddenReason(article) !== undefined;
    const { older, newer } = neighbourList[index] ?? {};
    const props: Page<ArticleProps>['props'] = (render) => {
      const { pictures } = render;
      const minutes = readingMinutes(syllableCount(article.lead) + article.body.syllables);
      const cover = article.cover && pictureProps(pictures.get(article.cover.file), article.cover, false);
      const body = renderArticleBody(context, render, article, { pictureAbove: cover !== undefined });
      const category = categoryLink(context, article);
      const ownPicture = articleSharePicture(context, render, article);
      const sharePicture = ownPicture ?? categorySharePicture(context, render, article.category);
      const news = articleMetadata(context, article);
      const frame = frameProps(
        context,
        render,
        { address, title: article.title, description: article.lead },
        {
          current: category.href,
          breadcrumbLinks: [homeLink(context), category],
          articleMetadata: news,
          ...(sharePicture && { picture: sharePicture }),
          feeds: feedHrefs(context, category.text, categoryAddress(article.category.slug)),
          noindex: hidden,
          ...bodyScripts(context, article.body, [articleScriptAddress]),
        },
      );
      return {
        ...frame,
        structuredData: [newsArticle(context, frame, news, ownPicture), ...frame.structuredData],
        category,
        date: article.date,
        author: { text: article.author.name, href: siteHref(context, authorAddress(article.author.slug)) },
        readingMinutes: minutes,
        ...visibilityProps(context, article),
        lead: body.lead,
        tableOfContents:
          body.parts.length < minHeadingsForContents
            ? []
            : body.parts.map(({ id, text }) => ({ text, href: `#${id}` })),
        body: body.rest,
        ...(cover && { cover }),
        ...(article.updated &&
          article.correction && { correction: { date: article.updated, text: article.correction } }),
        ...(article.source && { source: article.source }),
        attachments: attachmentLinks(address, article.attachments, (to) => siteHref(context, to)),
        attachmentsFirst: attachmentsFirst(article.attachments, minutes),
        tags: resolveTags(context, article.tags).map(({ name, slug }) => ({
          text: name,
          href: siteHref(context, tagAddress(slug)),
        })),
        ...(older && { older: articleLink(context, older) }),
        ...(newer && { newer: articleLink(context, newer) }),
        related: (render.related.get(article) ?? [])
          .filter((other) => other !== older)
          .map((other) => ({ ...articleLink(context, other), date: other.date })),
        shareLinks: shareLinks(context, article, address),
        reportLinks: reportLinks(context, article, address),
      };
    };
    return {
      ...indexedPage(address, article.path, props, article.updated ?? article.date),
      indexed: !hidden,
      cacheInputs: (render) => [
        itemCacheKey(context, render, article),
        render.sharePictures.articles.get(article)?.address,
        render.sharePictures.categories.get(article.category.slug)?.address,
        ...[older?.title, older?.slug, newer?.title, newer?.slug],
        ...(render.related.get(article) ?? []).flatMap(({ title, slug, date }) => [title, slug, date.getTime()]),
      ],
      pictures: [...(article.cover ? [article.cover.file] : []), ...article.body.pictures.values()],
    };
  });
}

function shareLinks(context: SiteContext, { title }: Article, address: string): Link[] {
  const url = encodeURIComponent(absoluteUrl(context, address));
  return [
    { text: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { text: 'Thư điện tử', href: `mailto:?subject=${encodeURIComponent(title)}&body=${url}` },
  ];
}

/** Links to report an error: by telephone, and by e-mail with the title and URL of the article. */
function reportLinks(context: SiteContext, { title }: Article, address: string): Link[] {
  const { telephones, email } = context.content.organisation;
  const [telephone] = telephones;
  const query = `subject=${encodeURIComponent(`Báo lỗi: ${title}`)}&body=${encodeURIComponent(absoluteUrl(context, address))}`;
  return [
    ...(telephone ? [{ text: `gọi ${telephone.text}`, href: `tel:${telephone.dial}` }] : []),
    ...(email ? [{ text: 'viết thư', href: `mailto:${email}?${query}` }] : []),
  ];
}
