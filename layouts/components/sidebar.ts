import { onceOfEach } from '#news/once-of-each.ts';
import { grouped } from '#vietnamese/count.ts';
import { isoDay, shortDate } from '#vietnamese/date.ts';
import type { FrameProps, SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';

const withoutTotal = onceOfEach((site: SiteFrame) => print(site, undefined));

/** Fixed words and links only, the same on every page, so that old pages stay still; a saved total only where it is given. */
export function sidebar(site: SiteFrame, saved: FrameProps['saved']): Html {
  return saved ? print(site, saved) : withoutTotal(site);
}

function print(site: SiteFrame, saved: FrameProps['saved']): Html {
  const [telephone] = site.telephones;
  return html`<aside class="sidebar">
<section><h2><a href="${site.questions}">Hỏi &amp; đáp</a></h2>
<p>${telephone && html`Gọi <a href="${telephone.href}">${telephone.text}</a> để đặt câu hỏi cho ${site.shortName}. `}<a href="${site.questions}">Xem các câu hỏi</a></p></section>
${site.statistics && visits(site.statistics, saved)}</aside>`;
}

/** The script fills in what is counted; only what was saved can stand here before. */
function visits(statistics: string, saved: FrameProps['saved']): Html {
  return html`<section class="visits"><h2>Số lượt truy cập:</h2>
<p><data data-count="total" value="${saved?.total ?? ''}">${saved ? grouped(saved.total) : '—'}</data>${saved && html` <small>tính đến <time datetime="${isoDay(saved.taken)}">${shortDate(saved.taken)}</time></small>`}</p>
<p>Hôm nay: <data data-count="today" value="">—</data></p>
<p><a href="${statistics}">Xem thống kê</a></p></section>
`;
}
