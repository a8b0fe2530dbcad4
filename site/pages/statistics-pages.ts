import type { BarChartProps, ChartBar } from '#layouts/components/bar-chart.ts';
import type { MostReadLink } from '#layouts/components/most-read-list.ts';
import type { StatisticsProps, VisitStatisticsProps } from '#layouts/statistics.ts';
import { articleAddress, attachmentAddress, statisticsAddress } from '#news/address.ts';
import { mostReadArticles, type PeriodVisits, type VisitStatistics } from '#news/visit-statistics.ts';
import { isoDay, isoInstant, parseVietnamDate, shortDate } from '#vietnamese/date.ts';
import { indexedPage, type Page, unindexedPage } from './page.ts';
import { absoluteUrl, articleLink, frameProps, type SiteContext, siteHref } from './site-context.ts';

const title = 'Thống kê truy cập';
const source = 'thống kê';
const daysShown = 30;
const monthsShown = 24;
const listLength = 10;

const csvAddress = attachmentAddress(statisticsAddress, 'so-lieu.csv');
const jsonAddress = attachmentAddress(statisticsAddress, 'so-lieu.json');

/** Whether visits are counted now, or numbers of earlier counting are saved. */
export function hasStatistics({
  organisation,
  statistics,
}: Pick<SiteContext['content'], 'organisation' | 'statistics'>): boolean {
  return organisation.counter || statistics !== undefined;
}

/** The statistics page; none without statistics. */
export function statisticsPage(context: SiteContext): Page<StatisticsProps>[] {
  const { statistics, organisation } = context.content;
  if (!hasStatistics(context.content)) return [];
  const props: Page<StatisticsProps>['props'] = (render) => ({
    ...frameProps(
      context,
      render,
      { address: statisticsAddress, title, description: `${title} - ${organisation.name}` },
      snapshotTotalProps(context),
    ),
    counting: organisation.counter,
    ...(statistics && { visits: countedProps(context, statistics) }),
  });
  return [indexedPage(statisticsAddress, source, props)];
}

/** The statistics as CSV and JSON files. */
export function statisticsFiles(context: SiteContext): Page<string>[] {
  const { statistics } = context.content;
  if (!statistics) return [];
  return [
    unindexedPage(csvAddress, source, () => csv(statistics)),
    unindexedPage(jsonAddress, source, () => json(context, statistics)),
  ];
}

/** The saved total of visits, as frame props of the few pages that are rendered again when it changes. */
export function snapshotTotalProps({ content: { statistics } }: SiteContext): {
  snapshotTotal?: { total: number; taken: Date };
} {
  return statistics ? { snapshotTotal: { total: statistics.total, taken: statistics.taken } } : {};
}

/** Links to the most read of the published articles. */
export function mostReadLinks(context: SiteContext, views: VisitStatistics['pages'], length: number): MostReadLink[] {
  const { articles } = context.content.listed;
  return mostReadArticles(articles, views, ({ slug }) => siteHref(context, articleAddress(slug)), length).map(
    ({ article, views: times }) => ({
      ...articleLink(context, article),
      views: times,
    }),
  );
}

function countedProps(context: SiteContext, statistics: VisitStatistics): VisitStatisticsProps {
  const { taken, total, carried, pages, recent } = statistics;
  return {
    taken,
    total,
    ...(carried && { carried }),
    charts: charts(statistics),
    mostReadRecently: mostReadLinks(context, recent, listLength),
    mostReadEver: mostReadLinks(context, pages, listLength),
    files: [
      { text: 'Bảng tính (CSV)', href: siteHref(context, csvAddress) },
      { text: 'Dữ liệu (JSON)', href: siteHref(context, jsonAddress) },
    ],
  };
}

function charts({ taken, days, months }: VisitStatistics): BarChartProps[] {
  const dayBars = days.slice(-daysShown).map(dayBar);
  const monthBars = months.map(({ period, visits }) => monthBar({ period, visits }, taken));
  const measure = 'Lượt truy cập';
  return [
    {
      title: 'Lượt truy cập theo ngày',
      unit: 'Ngày',
      measure,
      bars: dayBars,
      rows: dayBars.toReversed(),
    },
    {
      title: 'Lượt truy cập theo tháng',
      unit: 'Tháng',
      measure,
      bars: monthBars.slice(-monthsShown),
      rows: monthBars.toReversed(),
    },
  ].filter(({ bars }) => bars.length > 0);
}

function dayBar({ period, visits }: PeriodVisits): ChartBar {
  const date = shortDate(parseVietnamDate(period) ?? new Date(0));
  return { label: date, axisLabel: date.slice(0, 5), value: visits };
}

function monthBar({ period, visits }: PeriodVisits, taken: Date): ChartBar {
  const short = period.split('-').reverse().join('/');
  const isCurrentMonth = period === isoDay(taken).slice(0, 7);
  return { label: isCurrentMonth ? `${short} (chưa hết tháng)` : short, axisLabel: short, value: visits };
}

function csv({ days, months }: VisitStatistics): string {
  const rows = (list: readonly PeriodVisits[], kind: string) =>
    list.map(({ period, visits }) => `${period},${kind},${visits}\r\n`);
  // Without the byte order mark, Excel assumes another encoding.
  return `\uFEFFThời gian,Khoảng,Số lượt truy cập\r\n${[...rows(days, 'ngày'), ...rows(months, 'tháng')].join('')}`;
}

function json(context: SiteContext, { taken, total, carried, days, months, pages, recent }: VisitStatistics): string {
  const byTime = (list: readonly PeriodVisits[]) =>
    Object.fromEntries(list.map(({ period, visits }) => [period, visits]));
  const mostReadOf = (views: VisitStatistics['pages']) =>
    mostReadLinks(context, views, listLength).map(({ text, href, views: times }) => ({
      title: text,
      url: context.settings.origin + href,
      views: times,
    }));
  const data = {
    page: absoluteUrl(context, statisticsAddress),
    taken: isoInstant(taken),
    total,
    ...(carried && { carried: { visits: carried.visits, taken: isoDay(carried.taken) } }),
    days: byTime(days),
    months: byTime(months),
    mostRead: { recent: mostReadOf(recent), always: mostReadOf(pages) },
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
