import type { SearchProps } from '#layouts/search.ts';
import { archiveAddress, categoryAddress, searchAddress } from '#news/address.ts';
import { questionDate } from '#news/question.ts';
import { searchScriptAddress } from '#site/assets/assets.ts';
import { fallbackSearchEngine } from '#site/assets/headers.ts';
import { yearOf } from '#vietnamese/date.ts';
import { documentsLink } from './document-pages.ts';
import { eventsLink } from './event-pages.ts';
import { indexedPage, type Page } from './page.ts';
import { questionsLink } from './question-pages.ts';
import { frameProps, type SiteContext, siteHref } from './site-context.ts';

const title = 'Tìm kiếm';

/** The search page, with the filter values that have entries. */
export function searchPage(context: SiteContext): Page<SearchProps> {
  const { listed, categories, organisation } = context.content;
  const { articles, questions, documents, events } = listed;
  const usedCategories = categories.filter(({ slug }) => articles.some(({ category }) => category.slug === slug));
  const dates = [
    ...[...articles, ...documents].map(({ date }) => date),
    ...questions.map(questionDate),
    ...events.map(({ from }) => from),
  ];
  const years = new Set(dates.map(yearOf));
  return indexedPage(searchAddress, 'trang tìm kiếm', (render) => ({
    ...frameProps(context, render, {
      address: searchAddress,
      title,
      description: `Tìm trong các bài, câu hỏi, văn bản, sự kiện và trang - ${organisation.name}`,
    }),
    categories: [
      ...usedCategories.map(({ name }) => name),
      ...(questions.length > 0 ? [questionsLink(context).text] : []),
      ...(documents.length > 0 ? [documentsLink(context).text] : []),
      ...(events.length > 0 ? [eventsLink(context).text] : []),
    ],
    years: [...years].sort().reverse(),
    links: [
      ...categories.map(({ name, slug }) => ({ text: name, href: siteHref(context, categoryAddress(slug)) })),
      questionsLink(context),
      ...(documents.length > 0 ? [documentsLink(context)] : []),
      ...(events.length > 0 ? [eventsLink(context)] : []),
      { text: 'Lưu trữ theo năm và tháng', href: siteHref(context, archiveAddress) },
    ],
    engine: { ...fallbackSearchEngine, host: new URL(context.settings.origin).host },
    base: context.settings.base,
    searchScript: siteHref(context, searchScriptAddress),
  }));
}
