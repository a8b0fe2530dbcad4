import { z } from 'zod';
import { isoDay, parseVietnamDate } from '#vietnamese/date.ts';
import type { Article } from './article.ts';
import { says } from './rule.ts';

/** A finding about a snapshot: nobody writes such a file by hand, so the remedy is always to have it anew. */
export function snapshotFault(wrong: string): string {
  return says('so-lieu', wrong, 'lấy lại bản cũ của tệp từ git, hoặc xóa tệp này rồi chạy npm run counter:snapshot');
}

const noCount = snapshotFault('chỗ này phải là một số đếm: số nguyên, không âm');
const count = z.int({ error: noCount }).min(0, { error: noCount });

function isDay(written: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && parseVietnamDate(written) !== undefined;
}

function isMonth(written: string): boolean {
  return /^\d{4}-\d{2}$/.test(written) && isDay(`${written}-01`);
}

function counts(what: string, isKey: (written: string) => boolean) {
  return z.record(z.string().refine(isKey), count, { error: snapshotFault(`đây phải là các số đếm theo ${what}`) });
}

function day(what: string) {
  return z
    .string({ error: snapshotFault(`${what} phải là một ngày, như "2026-11-24"`) })
    .refine(isDay, { error: snapshotFault(`${what} phải là một ngày có thật, như "2026-11-24"`) })
    .transform((written) => parseVietnamDate(written) ?? new Date(0));
}

const byPath = counts('địa chỉ, mỗi địa chỉ bắt đầu bằng dấu /', (written) => written.startsWith('/'));

/** content/statistics/2026-11-24.json: what the counter said of itself at an instant, word for word. */
export const snapshot = z
  .object(
    {
      v: z.literal(1, { error: snapshotFault('trang này chỉ đọc được số liệu dạng "v": 1') }),
      at: z.iso
        .datetime({ error: snapshotFault('"at" phải là lúc lấy số liệu, như "2026-11-24T01:00:00.000Z"') })
        .transform((written) => new Date(written)),
      total: count,
      today: count,
      pages: byPath,
      days: counts('ngày, như "2026-11-23"', isDay),
      months: counts('tháng, như "2026-11"', isMonth),
      recent: byPath,
      carried: z
        .object(
          { visits: count, taken: day('"taken"') },
          { error: snapshotFault('"carried" thiếu "visits" và "taken"') },
        )
        .optional(),
    },
    { error: snapshotFault('tệp không phải là số liệu của máy đếm') },
  )
  .superRefine(({ at, days, months }, context) => {
    // What is no instant is still the text that was written.
    if (!(at instanceof Date)) return;
    const last = isoDay(at);
    const early = (key: string, of: string) =>
      context.addIssue({ code: 'custom', path: [of, key], message: snapshotFault(`lúc lấy số liệu chưa tới ${key}`) });
    for (const key of Object.keys(days)) if (key > last) early(key, 'days');
    for (const key of Object.keys(months)) if (key > last.slice(0, 7)) early(key, 'months');
  });

export type Snapshot = z.infer<typeof snapshot>;

/** Visits in a day ("2026-11-23") or a month ("2026-11"). */
export interface Visits {
  readonly when: string;
  readonly visits: number;
}

/** What the site tells of its readers. */
export interface Statistics {
  readonly taken: Date;
  readonly total: number;
  /** What `total` has from the site there was before. */
  readonly carried?: Snapshot['carried'] & object;
  /** Whole days only, oldest first, none left out. */
  readonly days: readonly Visits[];
  /** Oldest first; the last may not be over. */
  readonly months: readonly Visits[];
  /** Views by path, the site's base path in it: of all time, and of the 30 days before. */
  readonly pages: Readonly<Record<string, number>>;
  readonly recent: Readonly<Record<string, number>>;
}

/** What all snapshots up to an instant say together; undefined when there is none. A later one is as if it were not there. */
export function statistics(snapshots: readonly Snapshot[], now: Date): Statistics | undefined {
  const known = snapshots.filter(({ at }) => at <= now).sort((a, b) => Number(a.at) - Number(b.at));
  const newest = known.at(-1);
  if (!newest) return undefined;
  const { at, total, carried, days, pages, recent } = newest;
  return {
    taken: at,
    total,
    ...(carried && { carried }),
    days: wholeDays(days, at),
    months: everyMonth(known),
    pages,
    recent,
  };
}

const dayLength = 86_400_000;

/** The days before the one in which the snapshot was taken; one without visits is not in it and counts 0. */
function wholeDays(days: Snapshot['days'], at: Date): Visits[] {
  const first = parseVietnamDate(Object.keys(days).sort()[0] ?? isoDay(at)) ?? at;
  const last = isoDay(at);
  const whole: Visits[] = [];
  for (let time = first.getTime(); isoDay(new Date(time)) < last; time += dayLength) {
    const when = isoDay(new Date(time));
    whole.push({ when, visits: days[when] ?? 0 });
  }
  return whole;
}

/** A month that left the counter is kept by an older snapshot; one that is partly gone, or not over, holds less than it did or will. */
function everyMonth(snapshots: readonly Snapshot[]): Visits[] {
  const most = new Map<string, number>();
  for (const { months } of snapshots)
    for (const [month, visits] of Object.entries(months)) most.set(month, Math.max(visits, most.get(month) ?? 0));
  return [...most].map(([when, visits]) => ({ when, visits })).sort((a, b) => (a.when < b.when ? -1 : 1));
}

/** An article and how often it was read. */
export interface ReadArticle {
  readonly article: Article;
  readonly views: number;
}

/** The articles with most views, those nobody read left out; of two read alike, the one that comes first. */
export function mostRead(
  articles: readonly Article[],
  views: Statistics['pages'],
  pathOf: (article: Article) => string,
  length: number,
): ReadArticle[] {
  return articles
    .map((article) => ({ article, views: views[pathOf(article)] ?? 0 }))
    .filter((read) => read.views > 0)
    .sort((a, b) => b.views - a.views)
    .slice(0, length);
}
