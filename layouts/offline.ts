import { contactLinks } from './components/contact-links.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** Props of the page for readers who are offline. */
export interface OfflineProps extends FrameProps {
  readonly home: Link;
  readonly privacyHref: string;
}

/** /khong-co-mang/, whose list the service worker fills in. */
export function offline({ title, site, home, privacyHref: privacy }: OfflineProps): Html {
  return html`<article class="article"><h1>${titleHtml(title)}</h1>
<p>Trang này hiện ra khi máy của bạn chưa kết nối được với mạng, và trang bạn muốn mở chưa được lưu trên máy. Xin bạn xem lại Wi-Fi hoặc dữ liệu di động rồi thử lại.</p>
<p><a href="">Thử lại</a></p>
<section class="block related" data-kept="${site.name}" hidden><h2>Đọc được ngay trên máy này</h2>
<p>Đây là những bản đã lưu: từ lúc lưu, trang có thể đã đổi.</p>
<ul class="rows"></ul></section>
<p>Khi không có mạng, bạn vẫn mở được những trang đã xem gần đây bằng trình duyệt này, những bài mới nhất, và <a href="${home.href}">${home.text}</a> như lần cuối có mạng. <a href="${privacy}">Những gì được lưu trên máy, và cách xóa</a></p>
<p>Việc gấp, xin ${contactLinks(site)}.</p></article>`;
}
