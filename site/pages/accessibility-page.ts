import type { AccessibilityProps } from '#layouts/accessibility.ts';
import { accessibilityAddress } from '#news/address.ts';
import { indexedPage, type Page } from './page.ts';
import { frameProps, type SiteContext } from './site-context.ts';

const title = 'Trợ năng';

/** The accessibility statement: how the site was tested, and its known barriers. */
export function accessibilityPage(context: SiteContext): Page<AccessibilityProps> {
  const description = `Trang được thử thế nào để ai cũng đọc được, và cách báo khi gặp trở ngại - ${context.content.organisation.name}`;
  return indexedPage(accessibilityAddress, 'trang trợ năng', (render) =>
    frameProps(context, render, { address: accessibilityAddress, title, description }),
  );
}
