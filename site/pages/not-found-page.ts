import type { NotFoundProps } from '#layouts/not-found.ts';
import { archiveAddress, overviewAddress, searchAddress } from '#news/address.ts';
import { similarPagesScriptAddress } from '#site/assets/assets.ts';
import { oldAddressRedirectProps } from './old-address-redirect-props.ts';
import { type Page, unindexedPage } from './page.ts';
import { questionsLink } from './question-pages.ts';
import { articleCardProps, frameProps, homeLink, type SiteContext, siteHref } from './site-context.ts';

const address = '/404.html';
const title = 'Không tìm thấy trang';

/** The page that hosts serve with status 404. */
export function notFoundPage(context: SiteContext): Page<NotFoundProps> {
  return unindexedPage(address, 'trang 404', (render) => ({
    ...frameProps(
      context,
      render,
      { address, title, description: title },
      { breadcrumbLinks: [], noindex: true, current: '' },
    ),
    links: [
      homeLink(context),
      { text: 'Tìm kiếm', href: siteHref(context, searchAddress) },
      { text: 'Sơ đồ trang', href: siteHref(context, overviewAddress) },
      { text: 'Lưu trữ', href: siteHref(context, archiveAddress) },
      questionsLink(context),
    ],
    newest: context.content.articles.slice(0, 3).map((article) => articleCardProps(context, render, article)),
    base: context.settings.base,
    similarPagesScript: siteHref(context, similarPagesScriptAddress),
    ...oldAddressRedirectProps(context, () => true),
  }));
}
