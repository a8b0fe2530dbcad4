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

/** The archive of all years, a page for each year, and the list of articles of each month. */
export function archives(context: Desk): { archive: Page<ArchiveProps>[]; months: Page<ListProps>[] } {
  const { articles, organisation } = context.newsroom;
  const archiveLink: Link = { text: 'Lưu trữ', href: link(context, archiveAddress) };
  const allMonths = months(articles).map((month) => ({
    ...month,
    address: monthAddress(month.year, month.month),
    yearLink: { text: month.year, href: link(context, yearAddress(month.year)) },
  }));
  const years = [...Map.groupBy(allMonths, ({ year }) => year)].map(([year, inYear]) => ({
    year: { text: `Năm ${year}`, href: link(context, yearAddress(year)) },
    months: inYear.map(({ month, address }) => ({ text: `Tháng ${Number(month)}`, href: link(context, address) })),
    name: year,
  }));

  return {
    archive: [
      {
        ...page<ArchiveProps>(archiveAddress, source, (render) => ({
          ...framed(
            context,
            render,
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
          ...page<ArchiveProps>(address, source, (render) => ({
            ...framed(
              context,
              render,
              address,
              `Lưu trữ năm ${year.name}`,
              `Các bài đăng năm ${year.name} - ${organisation.name}`,
              { trail: [homeLink(context), archiveLink] },
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
      const trail = [homeLink(context), archiveLink, yearLink];
      return {
        ...page<ListProps>(address, source, (render) => ({
          ...framed(context, render, address, title, description, { trail }),
          cards: items.map((article) => card(context, render, article)),
          empty: '',
        })),
        shows: (render) => items.map((article) => shownItem(context, render, article)),
      };
    }),
  };
}
