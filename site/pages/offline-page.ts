import type { OfflineProps } from '#layouts/offline.ts';
import { offlineAddress, privacyAddress } from '#news/address.ts';
import { offlineScriptAddress } from '#site/assets/assets.ts';
import { keepsPages } from '#site/assets/service-worker.ts';
import { type Desk, framed, homeLink, link } from './desk.ts';
import { type Page, unindexed } from './page.ts';

const title = 'Không có mạng';
const description = 'Những trang đọc được trên máy này khi không có mạng';

/** The page that stands in for one that is not kept while there is no network; none where nothing is kept. */
export function offlinePage(desk: Desk): Page<OfflineProps>[] {
  if (!keepsPages(desk.newsroom.organisation, desk.settings)) return [];
  return [
    unindexed(offlineAddress, 'trang không có mạng', (materials) => ({
      ...framed(desk, materials, offlineAddress, title, description, { trail: [], noindex: true, current: '' }),
      own: link(desk, offlineAddress),
      home: homeLink(desk),
      privacy: link(desk, privacyAddress),
      script: link(desk, offlineScriptAddress),
    })),
  ];
}
