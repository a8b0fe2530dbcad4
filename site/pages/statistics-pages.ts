import type { Bar, BarChartProps } from '#layouts/components/bar-chart.ts';
import type { ReadLink } from '#layouts/components/read-list.ts';
import type { CountedProps, StatisticsProps } from '#layouts/statistics.ts';
import { articleAddress, attachmentAddress, statisticsAddress } from '#news/address.ts';
import { hiddenBecause } from '#news/published.ts';
import { mostRead, type Statistics, type Visits } from '#news/statistics.ts';
import { isoDay, isoInstant, parseVietnamDate, shortDate } from '#vietnamese/date.ts';
import { absolute, articleLink, type Desk, framed, link } from './desk.ts';
import { type Page, page, unindexed } from './page.ts';

const title = 'Thống kê truy cập';
const source = 'thống kê';
const daysShown = 30;
const monthsShown = 24;
const listLength = 10;

const csvAddress = attachmentAddress(statisticsAddress, 'so-lieu.csv');
const jsonAddress = attachmentAddress(statisticsAddress, 'so-lieu.json');

/** Whether there is anything to say of visits: they are counted, or they were. */
export function hasStatistics({
  organisation,
  statistics,
}: Pick<Desk['newsroom'], 'organisation' | 'statistics'>): boolean {
  return organisation.counter || statistics !== undefined;
}

/** The page of statistics; none while there is nothing to say. */
export function statisticsPage(desk: Desk): Page<StatisticsProps>[] {
  const { statistics, organisation } = desk.newsroom;
  if (!hasStatistics(desk.newsroom)) return [];
  const show: Page<StatisticsProps>['props'] = (materials) => ({
    ...framed(desk, materials, statisticsAddress, title, `${title} - ${organisation.name}`, withTotal(desk)),
    counting: organisation.counter,
    ...(statistics && { counted: counted(desk, statistics) }),
  });
  return [page(statisticsAddress, source, show)];
}

/** The figures as files. */
export function statisticsFiles(desk: Desk): Page<string>[] {
  const { statistics } = desk.newsroom;
  if (!statistics) return [];
  return [
    unindexed(csvAddress, source, () => csv(statistics)),
    unindexed(jsonAddress, source, () => json(desk, statistics)),
  ];
}

/** The saved total, for the few pages that are made again when it changes. */
export function withTotal({ newsroom: { statistics } }: Desk): { saved?: { total: number; taken: Date } } {
  return statistics ? { saved: { total: statistics.total, taken: statistics.taken } } : {};
}

/** The articles readers see now that were read most. */
export function mostReadLinks(desk: Desk, views: Statistics['pages'], length: number): ReadLink[] {
  const shown = desk.newsroom.articles.filter((article) => !hiddenBecause(article, desk.settings.now));
  return mostRead(shown, views, ({ slug }) => link(desk, articleAddress(slug)), length).map(
    ({ article, views: times }) => ({
      ...articleLink(desk, article),
      views: times,
    }),
  );
}

function counted(desk: Desk, statistics: Statistics): CountedProps {
  const { taken, total, carried, pages, recent } = statistics;
  return {
    taken,
    total,
    ...(carried && { carried }),
    charts: charts(statistics),
    recent: mostReadLinks(desk, recent, listLength),
    always: mostReadLinks(desk, pages, listLength),
    files: [
      { text: 'Bảng tính (CSV)', href: link(desk, csvAddress) },
      { text: 'Dữ liệu (JSON)', href: link(desk, jsonAddress) },
    ],
  };
}

function charts({ taken, days, months }: Statistics): BarChartProps[] {
  const dayBars = days.slice(-daysShown).map(dayBar);
  const monthBars = months.map(({ when, visits }) => monthBar({ when, visits }, taken));
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

function dayBar({ when, visits }: Visits): Bar {
  const whole = shortDate(parseVietnamDate(when) ?? new Date(0));
  return { when: whole, short: whole.slice(0, 5), value: visits };
}

function monthBar({ when, visits }: Visits, taken: Date): Bar {
  const short = when.split('-').reverse().join('/');
  const running = when === isoDay(taken).slice(0, 7);
  return { when: running ? `${short} (chưa hết tháng)` : short, short, value: visits };
}

function csv({ days, months }: Statistics): string {
  const rows = (list: readonly Visits[], kind: string) =>
    list.map(({ when, visits }) => `${when},${kind},${visits}\r\n`);
  // Without the mark Excel takes the words for another encoding.
  return `\uFEFFThời gian,Khoảng,Số lượt truy cập\r\n${[...rows(days, 'ngày'), ...rows(months, 'tháng')].join('')}`;
}

function json(desk: Desk, { taken, total, carried, days, months, pages, recent }: Statistics): string {
  const byTime = (list: readonly Visits[]) => Object.fromEntries(list.map(({ when, visits }) => [when, visits]));
  const read = (views: Statistics['pages']) =>
    mostReadLinks(desk, views, listLength).map(({ text, href, views: times }) => ({
      title: text,
      url: desk.settings.origin + href,
      views: times,
    }));
  const figures = {
    page: absolute(desk, statisticsAddress),
    taken: isoInstant(taken),
    total,
    ...(carried && { carried: { visits: carried.visits, taken: isoDay(carried.taken) } }),
    days: byTime(days),
    months: byTime(months),
    mostRead: { recent: read(recent), always: read(pages) },
  };
  return `${JSON.stringify(figures, null, 2)}\n`;
}
