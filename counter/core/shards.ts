import { createHash } from 'node:crypto';
import type { AllFigures, Figures, Health } from './counts.ts';
import type { Carried, Export, ExportedRow } from './rows.ts';

type Numbers = Readonly<Record<string, number>>;

/** Which of so many counters a visitor belongs to: by network, so that repeats and limits stay inside one. */
export function shardOf(network: string, shards: number): number {
  return createHash('sha256').update(network).digest().readUInt32BE(0) % shards;
}

function sum(parts: readonly Numbers[]): Numbers {
  const all: Record<string, number> = {};
  for (const part of parts) for (const [name, n] of Object.entries(part)) all[name] = (all[name] ?? 0) + n;
  return all;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((so, n) => so + n, 0);
}

/** The figures of several counters as one. */
export function sumFigures(parts: readonly Figures[]): Figures {
  return {
    total: total(parts.map((part) => part.total)),
    today: total(parts.map((part) => part.today)),
    pages: sum(parts.map(({ pages }) => pages)),
  };
}

/** What several counters answer to /all as one. */
export function sumAll(parts: readonly AllFigures[]): AllFigures {
  const carried = onlyCarried(parts);
  return {
    v: 1,
    at: latest(parts),
    ...sumFigures(parts),
    pages: sorted(sum(parts.map(({ pages }) => pages))),
    days: sorted(sum(parts.map(({ days }) => days))),
    months: sorted(sum(parts.map(({ months }) => months))),
    recent: sorted(sum(parts.map(({ recent }) => recent))),
    ...(carried && { carried }),
  };
}

/** The exports of several counters as one. */
export function sumExports(parts: readonly Export[]): Export {
  const rows = new Map<string, ExportedRow>();
  for (const row of parts.flatMap((part) => part.rows)) {
    const place = `${row.day} ${row.path}`;
    rows.set(place, { ...row, n: row.n + (rows.get(place)?.n ?? 0) });
  }
  const carried = onlyCarried(parts);
  return {
    v: 1,
    at: latest(parts),
    rows: [...rows.values()].sort(byDayAndPath),
    ...(carried && { carried }),
    additions: sorted(Object.fromEntries(parts.flatMap(({ additions }) => Object.entries(additions)))),
  };
}

/** The health of several counters: that of the weakest. */
export function sumHealth(parts: readonly Health[]): Health {
  return {
    ok: parts.every(({ ok }) => ok),
    dirty: total(parts.map(({ dirty }) => dirty)),
    lastCommitMs: Math.max(...parts.map(({ lastCommitMs }) => lastCommitMs)),
  };
}

function latest(parts: readonly { readonly at: string }[]): string {
  return parts.reduce((last, { at }) => (at > last ? at : last), '');
}

function onlyCarried(parts: readonly { readonly carried?: Carried }[]): Carried | undefined {
  return parts.find(({ carried }) => carried)?.carried;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As one counter exports: what was carried first, then day after day. */
function byDayAndPath(a: ExportedRow, b: ExportedRow): number {
  const key = ({ day, path }: ExportedRow) => `${day === 'carried' ? '' : day} ${path}`;
  return key(a) < key(b) ? -1 : 1;
}
