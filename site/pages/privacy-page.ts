import type { PrivacyProps } from '#layouts/privacy.ts';
import { privacyAddress, statisticsAddress } from '#news/address.ts';
import { publicEngine } from '#site/assets/headers.ts';
import { keepsPages } from '#site/assets/service-worker.ts';
import { type Desk, framed, link } from './desk.ts';
import { type Page, page } from './page.ts';
import { hasStatistics } from './statistics-pages.ts';

const title = 'Quyền riêng tư';

/** The privacy page: what the site stores about readers with its current settings. */
export function privacyPage(context: Desk): Page<PrivacyProps> {
  const { organisation } = context.newsroom;
  const description = `Trang lưu gì và không lưu gì của người đọc - ${organisation.name}`;
  return page(privacyAddress, 'trang quyền riêng tư', (render) => ({
    ...framed(context, render, privacyAddress, title, description),
    counting: organisation.counter,
    offline: keepsPages(organisation, context.settings),
    engine: publicEngine.name,
    ...(hasStatistics(context.newsroom) && { figures: link(context, statisticsAddress) }),
  }));
}
