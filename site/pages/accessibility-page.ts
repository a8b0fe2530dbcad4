import type { AccessibilityProps } from '#layouts/accessibility.ts';
import { accessibilityAddress } from '#news/address.ts';
import { type Desk, framed } from './desk.ts';
import { type Page, page } from './page.ts';

const title = 'Trợ năng';

/** The page that says how the site can be read, and what of that is known not to work. */
export function accessibilityPage(desk: Desk): Page<AccessibilityProps> {
  const description = `Trang được thử thế nào để ai cũng đọc được, và cách báo khi gặp trở ngại - ${desk.newsroom.organisation.name}`;
  return page(accessibilityAddress, 'trang trợ năng', (materials) =>
    framed(desk, materials, accessibilityAddress, title, description),
  );
}
