import type { OverviewProps } from '#layouts/overview.ts';
import {
  archiveAddress,
  authorAddress,
  categoryAddress,
  overviewAddress,
  standingPageAddress,
  yearAddress,
} from '#news/address.ts';
import { months } from '#news/archive.ts';
import { type Desk, framed, homeLink, link } from './desk.ts';
import { type Page, page } from './page.ts';
import { questionsLink } from './question-pages.ts';

const title = 'Sơ đồ trang';

/** The map of the site for people. It names no article, so it changes with the set of lists and with nothing else. */
export function overviewPage(desk: Desk): Page<OverviewProps> {
  const { articles, pages, categories, authors, organisation } = desk.newsroom;
  const years = new Set(months(articles).map(({ year }) => year));
  const written = pages.map(({ title: text, slug }) => ({ text, href: link(desk, standingPageAddress(slug)) }));
  const named = new Set([
    ...written.map(({ href }) => href),
    ...[archiveAddress, overviewAddress].map((address) => link(desk, address)),
  ]);
  return page(overviewAddress, 'sơ đồ trang cho người đọc', (materials) => ({
    ...framed(desk, materials, overviewAddress, title, `Mọi mục của trang ở một chỗ - ${organisation.name}`),
    groups: [
      {
        title: 'Giới thiệu và liên hệ',
        links: [homeLink(desk), ...written],
      },
      {
        title: 'Chuyên mục',
        links: [
          ...categories.map(({ name, slug }) => ({ text: name, href: link(desk, categoryAddress(slug)) })),
          questionsLink(desk),
        ],
      },
      {
        title: 'Tác giả',
        links: authors.map(({ name, slug }) => ({ text: name, href: link(desk, authorAddress(slug)) })),
      },
      {
        title: 'Các bài đã đăng',
        links: [
          { text: 'Lưu trữ theo tháng', href: link(desk, archiveAddress) },
          ...[...years].map((year) => ({ text: `Năm ${year}`, href: link(desk, yearAddress(year)) })),
        ],
      },
      {
        title: 'Tìm và theo dõi',
        links: [
          { text: 'Tìm kiếm', href: materials.site.search },
          ...materials.site.links.filter(({ href }) => !named.has(href)),
        ],
      },
    ].filter(({ links }) => links.length > 0),
  }));
}
