import { memoizeByObject } from '#news/memoize-by-object.ts';
import { formatNumber } from '#vietnamese/count.ts';
import { isoDay, shortDate } from '#vietnamese/date.ts';
import type { FrameProps, SiteFrame } from '../frame-props.ts';
import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';
import { contactLinks } from './contact-links.ts';
import { type QuestionLink, questionLinks } from './question-links.ts';

type SidebarProps = Pick<FrameProps, 'site' | 'current' | 'snapshotTotal'> & {
  /** The pages above this one: `current` may be one of them. */
  readonly breadcrumbLinks?: readonly Link[];
  /** The newest questions, on the home page only: old pages stay unchanged. */
  readonly questions?: readonly QuestionLink[];
};

const ofMostPages = memoizeByObject((site: SiteFrame) => renderSidebar({ site }));

/** Fixed text and links, the same on every page, so that old pages do not change; with the saved total where given. */
export function sidebar(props: SidebarProps): Html {
  const { site, snapshotTotal, questions } = props;
  const isTarget = isPage(props, site.questionsHref) || isPage(props, site.statisticsHref);
  return snapshotTotal || isTarget || questions ? renderSidebar(props) : ofMostPages(site);
}

function isPage({ current, breadcrumbLinks = [] }: SidebarProps, href: string | undefined): boolean {
  return current !== undefined && current === href && !breadcrumbLinks.some((above) => above.href === href);
}

/** No page links to itself. */
function renderSidebar(props: SidebarProps): Html {
  const { site, snapshotTotal, questions = [] } = props;
  const isQuestions = isPage(props, site.questionsHref);
  return html`<aside class="sidebar" aria-label="Thông tin thêm">
<section class="block"><h2>${isQuestions ? 'Hỏi & đáp' : html`<a href="${site.questionsHref}">Hỏi &amp; đáp</a>`}</h2>
${questionLinks(questions)}<p>Đặt câu hỏi cho ${site.shortName}: ${contactLinks(site)}</p>
${!isQuestions && html`<p><a href="${site.questionsHref}">Xem các câu hỏi</a></p>`}</section>
${site.statisticsHref && visits(site, isPage(props, site.statisticsHref), snapshotTotal)}</aside>`;
}

/** The script fills in counts that are not below `data-from`. Until then only a saved total is displayed. */
function visits(site: SiteFrame, isStatistics: boolean, last: SidebarProps['snapshotTotal']): Html {
  const saved = last && last.total >= site.visitsShownFrom ? last : undefined;
  return html`<section class="block visits"><h2>Số lượt truy cập:</h2>
<p><data data-count="total" data-from="${saved?.total ?? site.visitsShownFrom}" value="${saved?.total ?? ''}">${saved ? formatNumber(saved.total) : '—'}</data>${saved && html` <small>tính đến <time datetime="${isoDay(saved.taken)}">${shortDate(saved.taken)}</time></small>`}</p>
<p class="fact-line">${!isStatistics && html`<span><a href="${site.statisticsHref}">Xem thống kê</a></span> `}<span>Hôm nay: <data data-count="today" data-from="1" value="">—</data></span></p></section>
`;
}
