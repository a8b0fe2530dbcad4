import type { SiteFrame } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** Fixed words and links only, the same on every page, so that old pages stay still. */
export function sidebar(site: SiteFrame): Html {
  const [telephone] = site.telephones;
  return html`<aside class="sidebar">
<section><h2><a href="${site.questions}">Hỏi &amp; đáp</a></h2>
<p>${telephone && html`Gọi <a href="${telephone.href}">${telephone.text}</a> để đặt câu hỏi cho ${site.shortName}. `}<a href="${site.questions}">Xem các câu hỏi</a></p></section>
<section><h2>Số lượt truy cập:</h2>
<p class="visits">—</p></section>
</aside>`;
}
