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
import { archiveMonths } from '#news/archive-months.ts';
import { directoriesOf } from './directory-pages.ts';
import { indexedPage, type Page } from './page.ts';
import { questionsLink } from './question-pages.ts';
import { frameProps, homeLink, type SiteContext, siteHref } from './site-context.ts';

const title = 'Sơ đồ trang';
/** Linked only if they have entries. */
const registerAddresses = [documentsAddress, eventsAddress];

/** The sitemap for readers. It links lists, never articles, so that it changes only when a list is added or removed. */
export function overviewPage(context: SiteContext): Page<OverviewProps> {
  const { articles, pages, categories, authors, organisation } = context.content;
  const years = new Set(archiveMonths(articles).map(({ year }) => year));
  const pageLinks = [
    ...pages.map(({ title: text, slug, lang }) => ({
      text,
      href: siteHref(context, standingPageAddress(slug)),
      ...(lang !== 'vi' && { lang }),
    })),
    ...directoriesOf(context.content).map(({ title: text, address }) => ({ text, href: siteHref(context, address) })),
  ];
  const linked = new Set([
    ...pageLinks.map(({ href }) => href),
    ...[archiveAddress, overviewAddress, ...registerAddresses].map((address) => siteHref(context, address)),
  ]);
  return indexedPage(overviewAddress, 'sơ đồ trang cho người đọc', (render) => ({
    ...frameProps(context, render, {
      address: overviewAddress,
      title,
      description: `Mọi mục của trang ở một chỗ - ${organisation.name}`,
    }),
    groups: [
      {
        title: 'Giới thiệu và liên hệ',
        links: [homeLink(context), ...pageLinks],
      },
      {
        title: 'Chuyên mục',
        links: [
          ...categories.map(({ name, slug }) => ({ text: name, href: siteHref(context, categoryAddress(slug)) })),
          questionsLink(context),
          ...render.site.links.filter(({ href }) =>
            registerAddresses.some((address) => href === siteHref(context, address)),
          ),
        ],
      },
      {
        title: 'Tác giả',
        links: authors.map(({ name, slug }) => ({ text: name, href: siteHref(context, authorAddress(slug)) })),
      },
      {
        title: 'Các bài đã đăng',
        links: [
          { text: 'Lưu trữ theo tháng', href: siteHref(context, archiveAddress) },
          ...[...years].map((year) => ({ text: `Năm ${year}`, href: siteHref(context, yearAddress(year)) })),
        ],
      },
      {
        title: 'Tìm và theo dõi',
        links: [
          { text: 'Tìm kiếm', href: render.site.searchHref },
          ...render.site.links.filter(({ href }) => !linked.has(href)),
        ],
      },
    ].filter(({ links }) => links.length > 0),
  }));
}
