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
export function homePage(desk: Desk): Page<HomeProps> {
  const { articles, categories, questions, organisation, statistics } = desk.newsroom;
  return page(homeAddress, 'trang chủ', (materials) => {
    const { lead, newest, blocks } = frontPage(articles, categories);
    return {
      ...framed(desk, materials, homeAddress, organisation.name, organisation.description, {
        trail: [],
        kind: 'home',
        ...withTotal(desk),
      }),
      ...(lead && { lead: leadStory(desk, materials, lead) }),
      newest: newest.map((article) => card(desk, materials, article)),
      ...(statistics && {
        mostRead: { until: statistics.taken, articles: mostReadLinks(desk, statistics.recent, mostReadCount) },
      }),
      blocks: blocks.map(({ category, articles: shown }) => ({
        category: { text: category.name, href: link(desk, categoryAddress(category.slug)) },
        cards: shown.map((article) => card(desk, materials, article)),
      })),
      questions: questions
        .slice(0, questionCount)
        .map((item) => ({ text: item.title, href: link(desk, questionAddress(item.slug)) })),
      questionsHref: questionsLink(desk).href,
      ...oldAddressLookup(desk, ({ key }) => key.startsWith('?')),
    };
  });
}

function leadStory(desk: Desk, materials: Materials, article: Article): HomeProps['lead'] & object {
  const { cover } = article;
  const shown = cover && shownPicture(materials.pictures.get(cover.file), { alt: cover.alt }, false);
  return {
    ...card(desk, materials, article),
    category: categoryLink(desk, article),
    author: article.author.name,
    ...(shown && { picture: shown }),
  };
}
