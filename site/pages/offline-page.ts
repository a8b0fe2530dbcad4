import type { OfflineProps } from '#layouts/offline.ts';
import { offlineAddress, privacyAddress } from '#news/address.ts';
import { offlineScriptAddress } from '#site/assets/assets.ts';
import { keepsPages } from '#site/assets/service-worker.ts';
import { type Desk, framed, homeLink, link } from './desk.ts';
import { type Page, unindexed } from './page.ts';

const title = 'Không có mạng';
const description = 'Những trang đọc được trên máy này khi không có mạng';

/** The fallback page of the service worker for a page that is not cached; none where offline reading is disabled. */
export function offlinePage(context: Desk): Page<OfflineProps>[] {
  if (!keepsPages(context.newsroom.organisation, context.settings)) return [];
  return [
    unindexed(offlineAddress, 'trang không có mạng', (render) => ({
      ...framed(context, render, offlineAddress, title, description, { trail: [], noindex: true, current: '' }),
      own: link(context, offlineAddress),
      home: homeLink(context),
      privacy: link(context, privacyAddress),
      script: link(context, offlineScriptAddress),
    })),
  ];
}
