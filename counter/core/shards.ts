import { createHash } from 'node:crypto';
import { compareBytes } from './compare-bytes.ts';
import type { CarriedTotal, CounterExport, ExportedRow, RowPosition } from './rows.ts';
import type { AllCounts, CounterHealth, SiteCounts } from './visit-counter.ts';

type Numbers = Readonly<Record<string, number>>;

/** The index of the shard for a network: repeats and limits of a network are all handled by one shard. */
export function shardOfNetwork(network: string, shards: number): number {
  return createHash('sha256').update(network).digest().readUInt32BE(0) % shards;
}

function sumByName(parts: readonly Numbers[]): Numbers {
  const sums: Record<string, number> = {};
  for (const part of parts) for (const [name, n] of Object.entries(part)) sums[name] = (sums[name] ?? 0) + n;
  return sums;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

/** The figures of all shards added up. */
export function sumSiteCounts(parts: readonly SiteCounts[]): SiteCounts {
  return {
    total: sum(parts.map((part) => part.total)),
    today: sum(parts.map((part) => part.today)),
    pages: sumByName(parts.map(({ pages }) => pages)),
  };
}

/** The /all figures of all shards added up. */
export function sumAllCounts(parts: readonly AllCounts[]): AllCounts {
  const carried = onlyCarried(parts);
  return {
    v: 1,
    at: latest(parts),
    ...sumSiteCounts(parts),
    pages: sortedByKey(sumByName(parts.map(({ pages }) => pages))),
    days: sortedByKey(sumByName(parts.map(({ days }) => days))),
    months: sortedByKey(sumByName(parts.map(({ months }) => months))),
    recent: sortedByKey(sumByName(parts.map(({ recent }) => recent))),
    ...(carried && { carried }),
  };
}

/** The parts of an export by all shards, merged into one that ends where the first of them ends. */
export function sumExports(parts: readonly CounterExport[]): CounterExport {
  const rows = new Map<string, ExportedRow>();
  const [next] = parts.flatMap((part) => part.next ?? []).sort(byDayAndPath);
  for (const row of parts.flatMap((part) => part.rows)) {
    if (next && byDayAndPath(row, next) > 0) continue;
    const key = `${row.day} ${row.path}`;
    rows.set(key, { ...row, n: row.n + (rows.get(key)?.n ?? 0) });
  }
  const carried = onlyCarried(parts);
  return {
    v: 1,
    at: latest(parts),
    rows: [...rows.values()].sort(byDayAndPath),
    ...(carried && { carried }),
    additions: sortedByKey(Object.fromEntries(parts.flatMap(({ additions }) => Object.entries(additions)))),
    ...(next && { next }),
    firstDay: parts.map(({ firstDay }) => firstDay).sort()[0] ?? '',
  };
}

/** The combined health of all shards: ok only when every shard is. */
export function sumHealth(parts: readonly CounterHealth[]): CounterHealth {
  return {
    ok: parts.every(({ ok }) => ok),
    full: parts.some(({ full }) => full),
    dirty: sum(parts.map(({ dirty }) => dirty)),
    lastCommitMs: Math.max(...parts.map(({ lastCommitMs }) => lastCommitMs)),
  };
}

function latest(parts: readonly { readonly at: string }[]): string {
  return parts.reduce((last, { at }) => (at > last ? at : last), '');
}

function onlyCarried(parts: readonly { readonly carried?: CarriedTotal }[]): CarriedTotal | undefined {
  return parts.find(({ carried }) => carried)?.carried;
}

function sortedByKey<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The row order of a single counter: carried rows first, then by day and path. */
function byDayAndPath(a: RowPosition, b: RowPosition): number {
  const [dayA = '', dayB = ''] = [a, b].map(({ day }) => (day === 'carried' ? '' : day));
  return compareBytes(dayA, dayB) || compareBytes(a.path, b.path);
}
