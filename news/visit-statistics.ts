import { z } from 'zod';
import { isoDay, parseVietnamDate } from '#vietnamese/date.ts';
import type { Article } from './article.ts';
import { ruleMessage } from './rule.ts';

/** Snapshots are not edited by hand: the remedy is always to fetch it again. */
export const snapshotRemedy = 'lấy lại bản cũ của tệp từ git, hoặc xóa tệp này rồi chạy npm run counter:snapshot';

function snapshotMessage(wrong: string): string {
  return ruleMessage('so-lieu', wrong, snapshotRemedy);
}

const countMessage = snapshotMessage('chỗ này phải là một số đếm: số nguyên, không âm');
const count = z.int({ error: countMessage }).min(0, { error: countMessage });

function isDay(written: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && parseVietnamDate(written) !== undefined;
}

function isMonth(written: string): boolean {
  return /^\d{4}-\d{2}$/.test(written) && isDay(`${written}-01`);
}

function countsField(noun: string, isKey: (written: string) => boolean) {
  return z.record(z.string().refine(isKey), count, { error: snapshotMessage(`đây phải là các số đếm theo ${noun}`) });
}

function dayField(name: string) {
  return z
    .string({ error: snapshotMessage(`${name} phải là một ngày, như "2026-11-24"`) })
    .refine(isDay, { error: snapshotMessage(`${name} phải là một ngày có thật, như "2026-11-24"`) })
    .transform((written) => parseVietnamDate(written) ?? new Date(0));
}

const byPath = countsField('địa chỉ, mỗi địa chỉ bắt đầu bằng dấu /', (written) => written.startsWith('/'));

/** The schema of content/statistics/2026-11-24.json: the unmodified counts of the visit counter at an instant. */
export const snapshotSchema = z
  .object(
    {
      v: z.literal(1, { error: snapshotMessage('trang này chỉ đọc được số liệu dạng "v": 1') }),
      at: z.iso
        .datetime({ error: snapshotMessage('"at" phải là lúc lấy số liệu, như "2026-11-24T01:00:00.000Z"') })
        .transform((written) => new Date(written)),
      total: count,
      today: count,
      pages: byPath,
      days: countsField('ngày, như "2026-11-23"', isDay),
      months: countsField('tháng, như "2026-11"', isMonth),
      recent: byPath,
      carried: z
        .object(
          { visits: count, taken: dayField('"taken"') },
          { error: snapshotMessage('"carried" thiếu "visits" và "taken"') },
        )
        .optional(),
    },
    { error: snapshotMessage('tệp không phải là số liệu của máy đếm') },
  )
  .superRefine(({ at, days, months }, context) => {
    // An invalid `at` was not transformed: it is still a string.
    if (!(at instanceof Date)) return;
    const last = isoDay(at);
    const addIssue = (key: string, field: string) =>
      context.addIssue({
        code: 'custom',
        path: [field, key],
        message: snapshotMessage(`lúc lấy số liệu chưa tới ${key}`),
      });
    for (const key of Object.keys(days)) if (key > last) addIssue(key, 'days');
    for (const key of Object.keys(months)) if (key > last.slice(0, 7)) addIssue(key, 'months');
  });

/** The counts of the visit counter at an instant. */
export type Snapshot = z.infer<typeof snapshotSchema>;

/** The views of an article are displayed from this number on: a low one says nothing. */
export const viewsShownFrom = 20;

/** The visits of a day ("2026-11-23") or a month ("2026-11"). */
export interface PeriodVisits {
  readonly period: string;
  readonly visits: number;
}

/** The visit statistics of the site. */
export interface VisitStatistics {
  readonly taken: Date;
  readonly total: number;
  /** The part of `total` that was counted by the former site. */
  readonly carried?: Snapshot['carried'] & object;
  /** Complete days only, oldest first, without gaps. */
  readonly days: readonly PeriodVisits[];
  /** Oldest first; the last one may be incomplete. */
  readonly months: readonly PeriodVisits[];
  /** Views by path, including the site's base path: of all time, and (`recent`) of the last 30 days. */
  readonly pages: Readonly<Record<string, number>>;
  readonly recent: Readonly<Record<string, number>>;
}

/** The statistics of all snapshots up to an instant; undefined when there is none. Later snapshots are ignored. */
export function visitStatistics(snapshots: readonly Snapshot[], now: Date): VisitStatistics | undefined {
  const past = snapshots.filter(({ at }) => at <= now).sort((a, b) => Number(a.at) - Number(b.at));
  const newest = past.at(-1);
  if (!newest) return undefined;
  const { at, total, carried, days, pages, recent } = newest;
  return {
    taken: at,
    total,
    ...(carried && { carried }),
    days: completeDays(days, at),
    months: monthlyVisits(past),
    pages,
    recent,
  };
}

const dayLength = 86_400_000;

/** The days before the day of the snapshot. A day without visits is missing in it and counts 0. */
function completeDays(days: Snapshot['days'], at: Date): PeriodVisits[] {
  const first = parseVietnamDate(Object.keys(days).sort()[0] ?? isoDay(at)) ?? at;
  const last = isoDay(at);
  const complete: PeriodVisits[] = [];
  for (let time = first.getTime(); isoDay(new Date(time)) < last; time += dayLength) {
    const period = isoDay(new Date(time));
    complete.push({ period, visits: days[period] ?? 0 });
  }
  return complete;
}

/** The highest count of each month: a later snapshot may have lost days of the month, an earlier one may lack some. */
function monthlyVisits(snapshots: readonly Snapshot[]): PeriodVisits[] {
  const highest = new Map<string, number>();
  for (const { months } of snapshots)
    for (const [month, visits] of Object.entries(months)) highest.set(month, Math.max(visits, highest.get(month) ?? 0));
  return [...highest].map(([period, visits]) => ({ period, visits })).sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** An article with its number of views. */
export interface ArticleViews {
  readonly article: Article;
  readonly views: number;
}

/** The articles with most views, at most `length`, without those that have none; ties stay in the order given. */
export function mostReadArticles(
  articles: readonly Article[],
  views: VisitStatistics['pages'],
  pathOf: (article: Article) => string,
  length: number,
): ArticleViews[] {
  return articles
    .map((article) => ({ article, views: views[pathOf(article)] ?? 0 }))
    .filter((read) => read.views > 0)
    .sort((a, b) => b.views - a.views)
    .slice(0, length);
}
