import type { HomeProps } from '#layouts/home.ts';
import { categoryAddress, homeAddress, questionAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { frontPage } from '#news/front-page.ts';
import { shownPicture } from '#site/pictures/pictures.ts';
import { card, categoryLink, type Desk, framed, link } from './desk.ts';
import { oldAddressLookup } from './old-address-lookup.ts';
import { type Materials, type Page, page } from './page.ts';
import { questionsLink } from './question-pages.ts';
import { mostReadLinks, withTotal } from './statistics-pages.ts';

const questionCount = 3;
const mostReadCount = 5;

/** The front page. */
export function homePage(context: Desk): Page<HomeProps> {
  const { articles, categories, questions, organisation, statistics } = context.newsroom;
  return page(homeAddress, 'trang chủ', (render) => {
    const { lead, newest, blocks } = frontPage(articles, categories);
    return {
      ...framed(context, render, homeAddress, organisation.name, organisation.description, {
        trail: [],
        kind: 'home',
        ...withTotal(context),
      }),
      ...(lead && { lead: leadStory(context, render, lead) }),
      newest: newest.map((article) => card(context, render, article)),
      ...(statistics && {
        mostRead: { until: statistics.taken, articles: mostReadLinks(context, statistics.recent, mostReadCount) },
      }),
      blocks: blocks.map(({ category, articles: blockArticles }) => ({
        category: { text: category.name, href: link(context, categoryAddress(category.slug)) },
        cards: blockArticles.map((article) => card(context, render, article)),
      })),
      questions: questions
        .slice(0, questionCount)
        .map((item) => ({ text: item.title, href: link(context, questionAddress(item.slug)) })),
      questionsHref: questionsLink(context).href,
      ...oldAddressLookup(context, ({ key }) => key.startsWith('?')),
    };
  });
}

function leadStory(context: Desk, render: Materials, article: Article): HomeProps['lead'] & object {
  const { cover } = article;
  const picture = cover && shownPicture(render.pictures.get(cover.file), { alt: cover.alt }, false);
  return {
    ...card(context, render, article),
    category: categoryLink(context, article),
    author: article.author.name,
    ...(picture && { picture }),
  };
}
