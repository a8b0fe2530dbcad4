import type { ArchiveProps } from '#layouts/archive.ts';
import type { ListProps } from '#layouts/list.ts';
import type { Link } from '#layouts/page.ts';
import { archiveAddress, monthAddress, yearAddress } from '#news/address.ts';
import { months } from '#news/archive.ts';
import { listTitle } from '#news/list-title.ts';
import { card, type Desk, framed, homeLink, link } from './desk.ts';
import { type Page, page } from './page.ts';
import { shownItem } from './shown-item.ts';

const source = 'lưu trữ';

/** The archive: all years, each year, and each month's list. */
export function archives(desk: Desk): { archive: Page<ArchiveProps>[]; months: Page<ListProps>[] } {
  const { articles, organisation } = desk.newsroom;
  const archiveLink: Link = { text: 'Lưu trữ', href: link(desk, archiveAddress) };
  const allMonths = months(articles).map((each) => ({
    ...each,
    address: monthAddress(each.year, each.month),
    yearLink: { text: each.year, href: link(desk, yearAddress(each.year)) },
  }));
  const years = [...Map.groupBy(allMonths, ({ year }) => year)].map(([year, inYear]) => ({
    year: { text: `Năm ${year}`, href: link(desk, yearAddress(year)) },
    months: inYear.map(({ month, address }) => ({ text: `Tháng ${Number(month)}`, href: link(desk, address) })),
    name: year,
  }));

  return {
    archive: [
      {
        ...page<ArchiveProps>(archiveAddress, source, (materials) => ({
          ...framed(
            desk,
            materials,
            archiveAddress,
            'Lưu trữ',
            `Các bài đã đăng theo năm và tháng - ${organisation.name}`,
          ),
          years,
        })),
        shows: () => years.flatMap(({ months }) => months.map(({ href }) => href)),
      },
      ...years.map((year) => {
        const address = yearAddress(year.name);
        return {
          ...page<ArchiveProps>(address, source, (materials) => ({
            ...framed(
              desk,
              materials,
              address,
              `Lưu trữ năm ${year.name}`,
              `Các bài đăng năm ${year.name} - ${organisation.name}`,
              { trail: [homeLink(desk), archiveLink] },
            ),
            years: [year],
          })),
          shows: () => year.months.map(({ href }) => href),
        };
      }),
    ],
    months: allMonths.map(({ year, month, address, yearLink, items }) => {
      const title = listTitle.month({ year, month });
      const description = `Các bài đăng tháng ${Number(month)} năm ${year} - ${organisation.name}`;
      const trail = [homeLink(desk), archiveLink, yearLink];
      return {
        ...page<ListProps>(address, source, (materials) => ({
          ...framed(desk, materials, address, title, description, { trail }),
          cards: items.map((article) => card(desk, materials, article)),
          empty: '',
        })),
        shows: (materials) => items.map((article) => shownItem(desk, materials, article)),
      };
    }),
  };
}
