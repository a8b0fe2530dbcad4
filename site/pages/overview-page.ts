import type { OverviewProps } from '#layouts/overview.ts';
import {
  archiveAddress,
  authorAddress,
  categoryAddress,
  documentsAddress,
  eventsAddress,
  overviewAddress,
  standingPageAddress,
  yearAddress,
} from '#news/address.ts';
import { months } from '#news/archive.ts';
import { type Desk, framed, homeLink, link } from './desk.ts';
import { type Page, page } from './page.ts';
import { questionsLink } from './question-pages.ts';

const title = 'Sơ đồ trang';
/** Linked only if they have entries. */
const registerAddresses = [documentsAddress, eventsAddress];

/** The sitemap for readers. It links lists, never articles, so that it changes only when a list is added or removed. */
export function overviewPage(context: Desk): Page<OverviewProps> {
  const { articles, pages, categories, authors, organisation } = context.newsroom;
  const years = new Set(months(articles).map(({ year }) => year));
  const pageLinks = pages.map(({ title: text, slug }) => ({ text, href: link(context, standingPageAddress(slug)) }));
  const linked = new Set([
    ...pageLinks.map(({ href }) => href),
    ...[archiveAddress, overviewAddress, ...registerAddresses].map((address) => link(context, address)),
  ]);
  return page(overviewAddress, 'sơ đồ trang cho người đọc', (render) => ({
    ...framed(context, render, overviewAddress, title, `Mọi mục của trang ở một chỗ - ${organisation.name}`),
    groups: [
      {
        title: 'Giới thiệu và liên hệ',
        links: [homeLink(context), ...pageLinks],
      },
      {
        title: 'Chuyên mục',
        links: [
          ...categories.map(({ name, slug }) => ({ text: name, href: link(context, categoryAddress(slug)) })),
          questionsLink(context),
          ...render.site.links.filter(({ href }) =>
            registerAddresses.some((address) => href === link(context, address)),
          ),
        ],
      },
      {
        title: 'Tác giả',
        links: authors.map(({ name, slug }) => ({ text: name, href: link(context, authorAddress(slug)) })),
      },
      {
        title: 'Các bài đã đăng',
        links: [
          { text: 'Lưu trữ theo tháng', href: link(context, archiveAddress) },
          ...[...years].map((year) => ({ text: `Năm ${year}`, href: link(context, yearAddress(year)) })),
        ],
      },
      {
        title: 'Tìm và theo dõi',
        links: [
          { text: 'Tìm kiếm', href: render.site.search },
          ...render.site.links.filter(({ href }) => !linked.has(href)),
        ],
      },
    ].filter(({ links }) => links.length > 0),
  }));
}
