import { isoDay, shortDate } from '#vietnamese/date.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';

/** Says at the top of a page that it is a copy of a day; `site` is where the site itself is, if it has an address. */
export function copyNotice(day: Date, site: Link | undefined): Html {
  return html`<p class="notice">Bản chép ngày <time datetime="${isoDay(day)}">${shortDate(day)}</time> để đọc khi không có mạng.${site && html` Bài mới và bài sửa sau ngày ấy ở <a href="${site.href}">${site.text}</a>.`}</p>\n`;
}
