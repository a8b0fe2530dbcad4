import type { PrivacyProps } from '#layouts/privacy.ts';
import { privacyAddress, statisticsAddress } from '#news/address.ts';
import { publicEngine } from '#site/assets/headers.ts';
import { keepsPages } from '#site/assets/service-worker.ts';
import { type Desk, framed, link } from './desk.ts';
import { type Page, page } from './page.ts';
import { hasStatistics } from './statistics-pages.ts';

const title = 'Quyền riêng tư';

/** The page that says what the site keeps of its readers, as its settings make it. */
export function privacyPage(desk: Desk): Page<PrivacyProps> {
  const { organisation } = desk.newsroom;
  const description = `Trang lưu gì và không lưu gì của người đọc - ${organisation.name}`;
  return page(privacyAddress, 'trang quyền riêng tư', (materials) => ({
    ...framed(desk, materials, privacyAddress, title, description),
    counting: organisation.counter,
    offline: keepsPages(organisation, desk.settings),
    engine: publicEngine.name,
    ...(hasStatistics(desk.newsroom) && { figures: link(desk, statisticsAddress) }),
  }));
}
