import type { SearchProps } from '#layouts/search.ts';
import { archiveAddress, categoryAddress, searchAddress } from '#news/address.ts';
import { hiddenBecause } from '#news/published.ts';
import { dateOf } from '#news/question.ts';
import { searchScriptAddress } from '#site/assets/assets.ts';
import { publicEngine } from '#site/assets/headers.ts';
import { yearOf } from '#vietnamese/date.ts';
import { type Desk, framed, link } from './desk.ts';
import { documentsLink } from './document-pages.ts';
import { eventsLink } from './event-pages.ts';
import { type Page, page } from './page.ts';
import { questionsLink } from './question-pages.ts';

const title = 'Tìm kiếm';

/** The page that readers search on. */
export function searchPage(desk: Desk): Page<SearchProps> {
  const { announced, categories, organisation } = desk.newsroom;
  const documents = desk.newsroom.documents.filter((document) => !hiddenBecause(document, desk.settings.now));
  const { articles, questions } = announced;
  const used = categories.filter(({ slug }) => articles.some(({ category }) => category.slug === slug));
  const events = desk.newsroom.events.filter((event) => !hiddenBecause(event, desk.settings.now));
  const days = [
    ...[...articles, ...documents].map(({ date }) => date),
    ...questions.map(dateOf),
    ...events.map(({ from }) => from),
  ];
  const years = new Set(days.map(yearOf));
  return page(searchAddress, 'trang tìm kiếm', (materials) => ({
    ...framed(
      desk,
      materials,
      searchAddress,
      title,
      `Tìm trong các bài, câu hỏi, văn bản, sự kiện và trang - ${organisation.name}`,
    ),
    categories: [
      ...used.map(({ name }) => name),
      ...(questions.length > 0 ? [questionsLink(desk).text] : []),
      ...(documents.length > 0 ? [documentsLink(desk).text] : []),
      ...(events.length > 0 ? [eventsLink(desk).text] : []),
    ],
    years: [...years].sort().reverse(),
    ways: [
      ...categories.map(({ name, slug }) => ({ text: name, href: link(desk, categoryAddress(slug)) })),
      questionsLink(desk),
      ...(documents.length > 0 ? [documentsLink(desk)] : []),
      ...(events.length > 0 ? [eventsLink(desk)] : []),
      { text: 'Lưu trữ theo năm và tháng', href: link(desk, archiveAddress) },
    ],
    engine: { ...publicEngine, host: new URL(desk.settings.origin).host },
    base: desk.settings.base,
    searchScript: link(desk, searchScriptAddress),
  }));
}
