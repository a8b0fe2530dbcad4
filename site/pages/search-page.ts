import type { SearchProps } from '#layouts/search.ts';
import { archiveAddress, categoryAddress, searchAddress } from '#news/address.ts';
import { dateOf } from '#news/question.ts';
import { searchScriptAddress } from '#site/assets.ts';
import { publicEngine } from '#site/headers.ts';
import { yearOf } from '#vietnamese/date.ts';
import { type Desk, framed, link } from './desk.ts';
import { type Page, page } from './page.ts';
import { questionsLink } from './question-pages.ts';

const title = 'Tìm kiếm';

/** The page that readers search on. */
export function searchPage(desk: Desk): Page<SearchProps> {
  const { announced, categories, organisation } = desk.newsroom;
  const { articles, questions } = announced;
  const used = categories.filter(({ slug }) => articles.some(({ category }) => category.slug === slug));
  const years = new Set([...articles.map(({ date }) => date), ...questions.map(dateOf)].map(yearOf));
  return page(searchAddress, 'trang tìm kiếm', (materials) => ({
    ...framed(desk, materials, searchAddress, title, `Tìm trong các bài, câu hỏi và trang - ${organisation.name}`),
    categories: [...used.map(({ name }) => name), ...(questions.length > 0 ? [questionsLink(desk).text] : [])],
    years: [...years].sort().reverse(),
    ways: [
      ...categories.map(({ name, slug }) => ({ text: name, href: link(desk, categoryAddress(slug)) })),
      questionsLink(desk),
      { text: 'Lưu trữ theo năm và tháng', href: link(desk, archiveAddress) },
    ],
    engine: { ...publicEngine, host: new URL(desk.settings.origin).host },
    base: desk.settings.base,
    searchScript: link(desk, searchScriptAddress),
  }));
}
