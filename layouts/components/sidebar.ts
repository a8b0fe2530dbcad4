import { memoizeByObject } from '#news/memoize-by-object.ts';
import { formatNumber } from '#vietnamese/count.ts';
import { isoDay, shortDate } from '#vietnamese/date.ts';
import type { FrameProps, SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';

const withoutTotal = memoizeByObject((site: SiteFrame) => renderSidebar(site, undefined));

/** Fixed text and links, the same on every page, so that old pages do not change; with the saved total where given. */
export function sidebar(site: SiteFrame, saved: FrameProps['snapshotTotal']): Html {
  return saved ? renderSidebar(site, saved) : withoutTotal(site);
}

function renderSidebar(site: SiteFrame, saved: FrameProps['snapshotTotal']): Html {
  const [telephone] = site.telephones;
  return html`<aside class="sidebar">
<section class="block"><h2><a href="${site.questionsHref}">Hỏi &amp; đáp</a></h2>
<p>${telephone && html`Gọi <a href="${telephone.href}">${telephone.text}</a> để đặt câu hỏi cho ${site.shortName}. `}<a href="${site.questionsHref}">Xem các câu hỏi</a></p></section>
${site.statisticsHref && visits(site.statisticsHref, saved)}</aside>`;
}

/** The script fills in the current counts; until then only a saved total is shown. */
function visits(statistics: string, saved: FrameProps['snapshotTotal']): Html {
  return html`<section class="block visits"><h2>Số lượt truy cập:</h2>
<p><data data-count="total" value="${saved?.total ?? ''}">${saved ? formatNumber(saved.total) : '—'}</data>${saved && html` <small>tính đến <time datetime="${isoDay(saved.taken)}">${shortDate(saved.taken)}</time></small>`}</p>
<p>Hôm nay: <data data-count="today" value="">—</data></p>
<p><a href="${statistics}">Xem thống kê</a></p></section>
`;
}
