import { isoDay, shortDate } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** The notice on top of an offline copy's pages: the day of the copy, and a link to the live site if it has an address. */
export function offlineCopyNotice(day: Date, site: Link | undefined): Html {
  return html`<p class="notice">Bản chép ngày <time datetime="${isoDay(day)}">${shortDate(day)}</time> để đọc khi không có mạng.${site && html` Bài mới và bài sửa sau ngày ấy ở <a href="${site.href}">${site.text}</a>.`}</p>\n`;
}
