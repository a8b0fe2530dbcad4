import type { NotFoundProps } from '#layouts/not-found.ts';
import { archiveAddress, overviewAddress, searchAddress } from '#news/address.ts';
import { nearbyScriptAddress } from '#site/assets/assets.ts';
import { type Desk, framed, homeLink, link } from './desk.ts';
import { oldAddressLookup } from './old-address-lookup.ts';
import { type Page, unindexed } from './page.ts';
import { questionsLink } from './question-pages.ts';

const address = '/404.html';
const title = 'Không tìm thấy trang';

/** The page hosts show for an address that is none. */
export function notFoundPage(desk: Desk): Page<NotFoundProps> {
  return unindexed(address, 'trang 404', (materials) => ({
    ...framed(desk, materials, address, title, title, { trail: [], noindex: true, current: '' }),
    ways: [
      homeLink(desk),
      { text: 'Tìm kiếm', href: link(desk, searchAddress) },
      { text: 'Sơ đồ trang', href: link(desk, overviewAddress) },
      { text: 'Lưu trữ', href: link(desk, archiveAddress) },
      questionsLink(desk),
    ],
    base: desk.settings.base,
    nearbyScript: link(desk, nearbyScriptAddress),
    ...oldAddressLookup(desk, () => true),
  }));
}
