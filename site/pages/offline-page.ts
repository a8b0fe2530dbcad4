import type { OfflineProps } from '#layouts/offline.ts';
import { offlineAddress, privacyAddress } from '#news/address.ts';
import { isOfflineReadingEnabled } from '#site/assets/service-worker.ts';
import { type Page, unindexedPage } from './page.ts';
import { frameProps, homeLink, type SiteContext, siteHref } from './site-context.ts';

const title = 'Không có mạng';
const description = 'Những trang đọc được trên máy này khi không có mạng';

/** The fallback page of the service worker for a page that is not cached; none where offline reading is disabled. */
export function offlinePage(context: SiteContext): Page<OfflineProps>[] {
  if (!isOfflineReadingEnabled(context.content.organisation, context.settings)) return [];
  return [
    unindexedPage(offlineAddress, 'trang không có mạng', (render) => ({
      ...frameProps(
        context,
        render,
        { address: offlineAddress, title, description },
        {
          breadcrumbLinks: [],
          noindex: true,
          current: '',
        },
      ),
      home: homeLink(context),
      privacyHref: siteHref(context, privacyAddress),
    })),
  ];
}
