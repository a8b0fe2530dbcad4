import type { ArchiveProps } from '#layouts/archive.ts';
import type { ListProps } from '#layouts/list.ts';
import type { Link } from '#layouts/page.ts';
import { archiveAddress, monthAddress, yearAddress } from '#news/address.ts';
import { archiveMonths } from '#news/archive-months.ts';
import { listTitle } from '#news/list-title.ts';
import { itemCacheKey } from './item-cache-key.ts';
import { indexedPage, type Page } from './page.ts';
import { articleCardProps, frameProps, homeLink, type SiteContext, siteHref } from './site-context.ts';

const source = 'lưu trữ';

/** The archive of all years, a page for each year, and the list of articles of each month. */
export function archivePages(context: SiteContext): { archive: Page<ArchiveProps>[]; months: Page<ListProps>[] } {
  const { articles, organisation } = context.content;
  const archiveLink: Link = { text: 'Lưu trữ', href: siteHref(context, archiveAddress) };
  const allMonths = archiveMonths(articles).map((month) => ({
    ...month,
    address: monthAddress(month.year, month.month),
    yearLink: { text: month.year, href: siteHref(context, yearAddress(month.year)) },
  }));
  const years = [...Map.groupBy(allMonths, ({ year }) => year)].map(([year, inYear]) => ({
    year: { text: `Năm ${year}`, href: siteHref(context, yearAddress(year)) },
    months: inYear.map(({ month, address, items }) => ({
      text: `Tháng ${Number(month)}`,
      href: siteHref(context, address),
      count: items.length,
    })),
    name: year,
  }));

  return {
    archive: [
      {
        ...indexedPage<ArchiveProps>(archiveAddress, source, (render) => ({
          ...frameProps(context, render, {
            address: archiveAddress,
            title: 'Lưu trữ',
            description: `Các bài đã đăng theo năm và tháng - ${organisation.name}`,
          }),
          years,
        })),
        cacheInputs: () => years.flatMap(({ months }) => months.flatMap(({ href, count }) => [href, count])),
      },
      ...years.map((year) => {
        const address = yearAddress(year.name);
        return {
          ...indexedPage<ArchiveProps>(address, source, (render) => ({
            ...frameProps(
              context,
              render,
              {
                address,
                title: `Lưu trữ năm ${year.name}`,
                description: `Các bài đăng năm ${year.name} - ${organisation.name}`,
              },
              { breadcrumbLinks: [homeLink(context), archiveLink] },
            ),
            years: [year],
          })),
          cacheInputs: () => year.months.flatMap(({ href, count }) => [href, count]),
        };
      }),
    ],
    months: allMonths.map(({ year, month, address, yearLink, items }) => {
      const title = listTitle.month({ year, month });
      const description = `Các bài đăng tháng ${Number(month)} năm ${year} - ${organisation.name}`;
      const trail = [homeLink(context), archiveLink, yearLink];
      return {
        ...indexedPage<ListProps>(address, source, (render) => ({
          ...frameProps(context, render, { address, title, description }, { breadcrumbLinks: trail }),
          cards: items.map((article) => articleCardProps(context, render, article)),
          empty: '',
        })),
        cacheInputs: (render) => items.map((article) => itemCacheKey(context, render, article)),
      };
    }),
  };
}
