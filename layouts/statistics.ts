import { formatNumber } from '#vietnamese/count.ts';
import { dateTimeLabel, isoDay, isoInstant, shortDate } from '#vietnamese/date.ts';
import { type BarChartProps, barChart } from './components/bar-chart.ts';
import { dataNotStored } from './components/data-not-stored.ts';
import { type MostReadLink, mostReadList } from './components/most-read-list.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** Visit statistics as of `taken`. */
export interface VisitStatisticsProps {
  readonly taken: Date;
  readonly total: number;
  readonly carried?: { readonly visits: number; readonly taken: Date };
  readonly charts: readonly BarChartProps[];
  readonly mostReadRecently: readonly MostReadLink[];
  readonly mostReadEver: readonly MostReadLink[];
  /** The figures as files to download. */
  readonly files: readonly Link[];
}

/** Props of the page of statistics. */
export interface StatisticsProps extends FrameProps {
  /** Undefined while there are no figures. */
  readonly visits?: VisitStatisticsProps;
  /** Whether visits are counted. */
  readonly counting: boolean;
}

/** /thong-ke/ */
export function statistics(props: StatisticsProps): Html {
  const { visits } = props;
  return html`<article class="article"><h1>${titleHtml(props.title)}</h1>
${visits ? figures(visits) : html`<p class="empty">Chưa có số liệu nào được lưu. Biểu đồ và bảng số hiện ở đây từ lần lưu đầu tiên.</p>`}
${props.counting ? countingMethod(visits?.carried) : html`<p>Trang này nay không đếm lượt truy cập; trên đây là số liệu đã lưu.</p>`}</article>`;
}

function figures({ taken, total, carried, charts, mostReadRecently, mostReadEver, files }: VisitStatisticsProps): Html {
  return html`<p>Tính đến <time datetime="${isoInstant(taken)}">${dateTimeLabel(taken)}</time>, trang có <strong>${formatNumber(total)}</strong> lượt truy cập${carried && html`, trong đó ${formatNumber(carried.visits)} lượt là của trang cũ`}.</p>
${charts.map(
  (chart) => html`<section><h2>${chart.title}</h2>
${barChart(chart)}</section>\n`,
)}${ranking('Đọc nhiều trong 30 ngày', mostReadRecently)}${ranking('Đọc nhiều từ trước đến nay', mostReadEver)}<section><h2>Tải số liệu</h2>
<ul>${files.map(({ text, href }) => html`<li><a href="${href}" download>${text}</a></li>`)}</ul></section>`;
}

function ranking(title: string, articles: readonly MostReadLink[]): Html | false {
  return articles.length > 0 && html`<section><h2>${title}</h2>\n${mostReadList(articles)}</section>\n`;
}

function countingMethod(carried: VisitStatisticsProps['carried']): Html {
  return html`<section class="prose"><h2>Cách đếm</h2>
<ul><li>Một <strong>lượt truy cập</strong> là một lần có người vào trang mà trong 30\u00A0phút trước đó máy chưa thấy.</li>
<li>Một <strong>lượt xem</strong> của một bài: mỗi người, trong 30\u00A0phút, được tính một lần cho mỗi bài.</li>
<li>Một ngày bắt đầu lúc 0 giờ, giờ Việt Nam.</li>
<li>Không đếm: các máy tự động, việc tải lại trang, việc bấm lùi và tiến, trình duyệt tắt JavaScript.</li>
<li>Người bật “Không theo dõi” (Do Not Track) hoặc Global Privacy Control trong trình duyệt thì chỉ xem con số, không bị đếm.</li>
<li>Từ một địa chỉ mạng, trong 30\u00A0phút, máy đếm nhiều nhất 120\u00A0lượt xem.</li>
<li>Con số chỉ hiện ra khi đã được lưu chắc chắn.</li>
${carried && html`<li>Tổng số gồm cả ${formatNumber(carried.visits)} lượt của trang cũ, ghi lại ngày\u00A0<time datetime="${isoDay(carried.taken)}">${shortDate(carried.taken)}</time>.</li>\n`}</ul>
<h2>Những gì không lưu</h2>
${dataNotStored}</section>`;
}
