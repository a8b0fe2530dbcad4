import type { NotFoundProps } from '#layouts/not-found.ts';
import { archiveAddress, overviewAddress, searchAddress } from '#news/address.ts';
import { nearbyScriptAddress } from '#site/assets/assets.ts';
import { type Desk, framed, homeLink, link } from './desk.ts';
import { oldAddressLookup } from './old-address-lookup.ts';
import { type Page, unindexed } from './page.ts';
import { questionsLink } from './question-pages.ts';

const address = '/404.html';
const title = 'Không tìm thấy trang';

/** The page that hosts serve with status 404. */
export function notFoundPage(context: Desk): Page<NotFoundProps> {
  return unindexed(address, 'trang 404', (render) => ({
    ...framed(context, render, address, title, title, { trail: [], noindex: true, current: '' }),
    ways: [
      homeLink(context),
      { text: 'Tìm kiếm', href: link(context, searchAddress) },
      { text: 'Sơ đồ trang', href: link(context, overviewAddress) },
      { text: 'Lưu trữ', href: link(context, archiveAddress) },
      questionsLink(context),
    ],
    base: context.settings.base,
    nearbyScript: link(context, nearbyScriptAddress),
    ...oldAddressLookup(context, () => true),
  }));
}
