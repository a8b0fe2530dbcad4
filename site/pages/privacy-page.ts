import type { PrivacyProps } from '#layouts/privacy.ts';
import { privacyAddress, statisticsAddress } from '#news/address.ts';
import { fallbackSearchEngine } from '#site/assets/headers.ts';
import { isOfflineReadingEnabled } from '#site/assets/service-worker.ts';
import { indexedPage, type Page } from './page.ts';
import { frameProps, type SiteContext, siteHref } from './site-context.ts';
import { hasStatistics } from './statistics-pages.ts';

const title = 'Quyền riêng tư';

/** The privacy page: what the site stores about readers with its current settings. */
export function privacyPage(context: SiteContext): Page<PrivacyProps> {
  const { organisation } = context.content;
  const description = `Trang lưu gì và không lưu gì của người đọc - ${organisation.name}`;
  return indexedPage(privacyAddress, 'trang quyền riêng tư', (render) => ({
    ...frameProps(context, render, { address: privacyAddress, title, description }),
    counting: organisation.counter,
    offline: isOfflineReadingEnabled(organisation, context.settings),
    engine: fallbackSearchEngine.name,
    ...(hasStatistics(context.content) && { statisticsHref: siteHref(context, statisticsAddress) }),
  }));
}
