import type { AccessibilityProps } from '#layouts/accessibility.ts';
import { accessibilityAddress } from '#news/address.ts';
import { type Desk, framed } from './desk.ts';
import { type Page, page } from './page.ts';

const title = 'Trợ năng';

/** The accessibility statement: how the site was tested, and its known barriers. */
export function accessibilityPage(context: Desk): Page<AccessibilityProps> {
  const description = `Trang được thử thế nào để ai cũng đọc được, và cách báo khi gặp trở ngại - ${context.newsroom.organisation.name}`;
  return page(accessibilityAddress, 'trang trợ năng', (render) =>
    framed(context, render, accessibilityAddress, title, description),
  );
}
