import type { HomeProps } from '#layouts/home.ts';
import { categoryAddress, homeAddress, questionAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { frontPage } from '#news/front-page.ts';
import { pictureProps } from '#site/pictures/process-pictures.ts';
import { oldAddressRedirectProps } from './old-address-redirect-props.ts';
import { indexedPage, type Page, type RenderContext } from './page.ts';
import { questionsLink } from './question-pages.ts';
import { articleCardProps, categoryLink, frameProps, type SiteContext, siteHref } from './site-context.ts';
import { mostReadLinks, snapshotTotalProps } from './statistics-pages.ts';

const questionCount = 3;
const mostReadCount = 5;

/** The front page. */
export function homePage(context: SiteContext): Page<HomeProps> {
  const { articles, categories, questions, organisation, statistics } = context.content;
  return indexedPage(homeAddress, 'trang chủ', (render) => {
    const { lead, newest, blocks } = frontPage(articles, categories);
    return {
      ...frameProps(
        context,
        render,
        { address: homeAddress, title: organisation.name, description: organisation.description },
        {
          breadcrumbLinks: [],
          kind: 'home',
          ...snapshotTotalProps(context),
        },
      ),
      ...(lead && { lead: leadStory(context, render, lead) }),
      newest: newest.map((article) => articleCardProps(context, render, article)),
      ...(statistics && {
        mostRead: { until: statistics.taken, articles: mostReadLinks(context, statistics.recent, mostReadCount) },
      }),
      blocks: blocks.map(({ category, articles: blockArticles }) => ({
        category: { text: category.name, href: siteHref(context, categoryAddress(category.slug)) },
        cards: blockArticles.map((article) => articleCardProps(context, render, article)),
      })),
      questions: questions
        .slice(0, questionCount)
        .map((item) => ({ text: item.title, href: siteHref(context, questionAddress(item.slug)) })),
      questionsHref: questionsLink(context).href,
      ...oldAddressRedirectProps(context, ({ key }) => key.startsWith('?')),
    };
  });
}

function leadStory(context: SiteContext, render: RenderContext, article: Article): HomeProps['lead'] & object {
  const { cover } = article;
  const picture = cover && pictureProps(render.pictures.get(cover.file), { alt: cover.alt }, false);
  return {
    ...articleCardProps(context, render, article),
    category: categoryLink(context, article),
    author: article.author.name,
    ...(picture && { picture }),
  };
}
